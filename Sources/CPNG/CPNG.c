#include "CPNG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count, place;
    int has_ended;
    uint8_t **rows;
    char words[128];
};

/* Bytes that one chunk may unpack to: profiles have a megabyte at most. */
static const size_t most_of_chunk = 8 << 20;

static void fail(png_structp png, png_const_charp words) {
    cpng_reader *reader = png_get_error_ptr(png);
    snprintf(reader->words, sizeof reader->words, "%s", words);
    png_longjmp(png, 1);
}

static void say_nothing(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static void give(png_structp png, png_bytep target, size_t count) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (count > reader->count - reader->place) {
        reader->has_ended = 1;
        png_error(png, "the data ends too early");
    }
    memcpy(target, reader->bytes + reader->place, count);
    reader->place += count;
}

static enum cpng_outcome failure(const cpng_reader *reader) {
    return reader->has_ended ? CPNG_ENDED : CPNG_REFUSED;
}

/* Where several chunks speak of colour, the profile counts before sRGB, and that before gamma and
   primaries (PNG third edition, 4.3). */
static void read_colours(cpng_reader *reader, cpng_picture *picture) {
    png_charp name;
    png_bytep profile;
    png_uint_32 length;
    int method, intent;
    if (png_get_iCCP(reader->png, reader->info, &name, &method, &profile, &length)) {
        picture->profile = profile;
        picture->profile_count = length;
        return;
    }
    if (png_get_sRGB(reader->png, reader->info, &intent)) return;
    double gamma;
    if (png_get_gAMA(reader->png, reader->info, &gamma) && gamma > 0) picture->gamma = 1 / gamma;
    double *at = picture->primaries;
    if (png_get_cHRM(reader->png, reader->info, at, at + 1, at + 2, at + 3, at + 4, at + 5, at + 6,
                     at + 7))
        picture->has_primaries = 1;
}

static void read_exif(cpng_reader *reader, cpng_picture *picture) {
    png_bytep exif;
    png_uint_32 length;
    if (!png_get_eXIf_1(reader->png, reader->info, &length, &exif)) return;
    picture->exif = exif;
    picture->exif_count = length;
}

/* Every picture becomes R G B A of 8 bits. */
static void choose(cpng_reader *reader) {
    png_set_expand(reader->png);
    png_set_scale_16(reader->png);
    png_set_gray_to_rgb(reader->png);
    png_set_add_alpha(reader->png, 0xFF, PNG_FILLER_AFTER);
    png_set_interlace_handling(reader->png);
}

static enum cpng_outcome begin(cpng_reader *reader, uint64_t most_pixels, cpng_picture *picture) {
    if (setjmp(png_jmpbuf(reader->png))) return failure(reader);
    png_set_read_fn(reader->png, reader, give);
    png_set_user_limits(reader->png, 0x7FFFFFFF, 0x7FFFFFFF);
    png_set_chunk_malloc_max(reader->png, most_of_chunk);
    png_set_crc_action(reader->png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
    png_read_info(reader->png, reader->info);
    picture->width = png_get_image_width(reader->png, reader->info);
    picture->height = png_get_image_height(reader->png, reader->info);
    if ((uint64_t)picture->width * picture->height > most_pixels) return CPNG_TOO_LARGE;
    read_colours(reader, picture);
    read_exif(reader, picture);
    choose(reader);
    png_read_update_info(reader->png, reader->info);
    return CPNG_WHOLE;
}

cpng_reader *cpng_open(const uint8_t *bytes, size_t count, uint64_t most_pixels,
                       enum cpng_outcome *outcome, cpng_picture *picture) {
    cpng_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    memset(picture, 0, sizeof *picture);
    reader->bytes = bytes;
    reader->count = count;
    reader->png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, fail, say_nothing);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (!reader->info) {
        cpng_close(reader);
        return NULL;
    }
    *outcome = begin(reader, most_pixels, picture);
    return reader;
}

enum cpng_outcome cpng_read(cpng_reader *reader, uint8_t *pixels) {
    size_t height = png_get_image_height(reader->png, reader->info);
    size_t stride = (size_t)png_get_image_width(reader->png, reader->info) * 4;
    reader->rows = calloc(height, sizeof *reader->rows);
    if (!reader->rows || png_get_rowbytes(reader->png, reader->info) != stride) return CPNG_REFUSED;
    for (size_t row = 0; row < height; row++) reader->rows[row] = pixels + row * stride;
    if (setjmp(png_jmpbuf(reader->png))) return failure(reader);
    png_read_image(reader->png, reader->rows);
    return CPNG_WHOLE;
}

const char *cpng_words(const cpng_reader *reader) { return reader->words; }

void cpng_close(cpng_reader *reader) {
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader->rows);
    free(reader);
}
