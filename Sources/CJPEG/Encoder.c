#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>
#include <jerror.h>

struct cjpeg_encoder {
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    struct jpeg_destination_mgr destination;
    jmp_buf failed;
    char words[JMSG_LENGTH_MAX];
};

static void fail(j_common_ptr info) {
    cjpeg_encoder *encoder = info->client_data;
    encoder->errors.format_message(info, encoder->words);
    longjmp(encoder->failed, 1);
}

static void say_nothing(j_common_ptr info) { (void)info; }

/* MARK: bytes */

static void begin_destination(j_compress_ptr info) { (void)info; }
static void end_destination(j_compress_ptr info) { (void)info; }

/* The room that was lent is all there is. */
static boolean make_room(j_compress_ptr info) {
    ERREXIT(info, JERR_BUFFER_SIZE);
    return FALSE;
}

/* MARK: the encoder */

static int create(cjpeg_encoder *encoder) {
    encoder->info.err = jpeg_std_error(&encoder->errors);
    encoder->errors.error_exit = fail;
    encoder->errors.output_message = say_nothing;
    encoder->info.client_data = encoder;
    if (setjmp(encoder->failed)) return 0;
    jpeg_create_compress(&encoder->info);
    encoder->destination.init_destination = begin_destination;
    encoder->destination.empty_output_buffer = make_room;
    encoder->destination.term_destination = end_destination;
    encoder->info.dest = &encoder->destination;
    return 1;
}

cjpeg_encoder *cjpeg_create_encoder(void) {
    cjpeg_encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder && create(encoder)) return encoder;
    free(encoder);
    return NULL;
}

void cjpeg_destroy_encoder(cjpeg_encoder *encoder) {
    jpeg_destroy_compress(&encoder->info);
    free(encoder);
}

static void set_table(j_compress_ptr info, int place, const uint8_t *steps) {
    unsigned table[DCTSIZE2];
    for (int index = 0; index < DCTSIZE2; index++) table[index] = steps[index];
    jpeg_add_quant_table(info, place, table, 100, TRUE);
}

static void set(j_compress_ptr info, const cjpeg_settings *settings) {
    info->image_width = settings->width;
    info->image_height = settings->height;
    info->input_components = 3;
    info->in_color_space = JCS_RGB;
    jpeg_set_defaults(info);
    set_table(info, 0, settings->luma);
    set_table(info, 1, settings->chroma);
    info->comp_info[0].h_samp_factor = info->comp_info[0].v_samp_factor =
        settings->is_half ? 2 : 1;
    /* The accurate DCT: the same pixels give the same bytes every time. */
    info->dct_method = JDCT_ISLOW;
}

static void write_rows(j_compress_ptr info, const uint8_t *pixels) {
    size_t stride = (size_t)info->image_width * 3;
    while (info->next_scanline < info->image_height) {
        JSAMPROW rows[16];
        JDIMENSION count = 0;
        /* The library does not write to its rows. */
        for (; count < 16 && info->next_scanline + count < info->image_height; count++)
            rows[count] = (JSAMPROW)(uintptr_t)(pixels + (info->next_scanline + count) * stride);
        jpeg_write_scanlines(info, rows, count);
    }
}

size_t cjpeg_encode(cjpeg_encoder *encoder, const uint8_t *pixels, const cjpeg_settings *settings,
                    uint8_t *bytes, size_t capacity) {
    struct jpeg_compress_struct *info = &encoder->info;
    encoder->words[0] = 0;
    encoder->destination.next_output_byte = bytes;
    encoder->destination.free_in_buffer = capacity;
    if (setjmp(encoder->failed)) {
        jpeg_abort_compress(info);
        return 0;
    }
    set(info, settings);
    jpeg_start_compress(info, TRUE);
    write_rows(info, pixels);
    jpeg_finish_compress(info);
    return capacity - encoder->destination.free_in_buffer;
}

const char *cjpeg_encoder_words(const cjpeg_encoder *encoder) { return encoder->words; }
