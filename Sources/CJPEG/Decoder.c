#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

struct cjpeg_decoder {
    struct jpeg_decompress_struct info;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_source_mgr source;
    jmp_buf failed;
    const uint8_t *bytes;
    size_t count;
    /* The worst so far, and whether the bytes came to their end. */
    enum cjpeg_outcome outcome;
    int has_ended;
    char words[JMSG_LENGTH_MAX];
};

/* So many passes over a picture's pixels a progressive file may ask for: encoders make ten or twelve
   scans, and a few bytes a scan could keep a machine busy for hours. */
static const int most_scans = 64;
static const uint64_t most_passed = 2000000000;
/* Bytes of the pixels and of what the library keeps beside them: two for every coefficient of a progressive picture.
   What it allocates always is small. */
static const long most_memory = 216L << 20;
static const long least_memory = 8L << 20;

/* MARK: judging */

static cjpeg_decoder *decoder_of(j_common_ptr info) { return info->client_data; }

static void keep(cjpeg_decoder *decoder, enum cjpeg_outcome outcome) {
    if (outcome <= decoder->outcome) return;
    decoder->outcome = outcome;
    decoder->errors.format_message((j_common_ptr)&decoder->info, decoder->words);
}

/* Whether bytes that were passed over on the way to a marker are the picture's: fill bytes and zeros
   are padding. They lie before the marker and the fill bytes that belong to it. */
static int is_stray(const cjpeg_decoder *decoder, size_t skipped, int marker) {
    const uint8_t *end = decoder->bytes + decoder->count;
    const uint8_t *place = end;
    if (!decoder->has_ended) {
        /* The position may be a little behind the marker already. */
        place = decoder->info.src->next_input_byte;
        place -= place - decoder->bytes < 3 ? place - decoder->bytes : 3;
    }
    while (place + 1 < end && !(place[0] == 0xFF && place[1] == marker)) place++;
    while (place > decoder->bytes && place[-1] == 0xFF) place--;
    size_t before = (size_t)(place - decoder->bytes);
    for (const uint8_t *byte = place - (skipped < before ? skipped : before); byte < place; byte++)
        if (*byte != 0x00 && *byte != 0xFF) return 1;
    return 0;
}

/* What a warning means: lost data, or only something odd. */
static void judge(j_common_ptr info, int level) {
    if (level >= 0) return;
    cjpeg_decoder *decoder = decoder_of(info);
    int is_in_scan = decoder->info.input_scan_number > 0;
    switch (decoder->errors.msg_code) {
    case JWRN_JPEG_EOF:
        decoder->has_ended = 1;
        break;
    case JWRN_HIT_MARKER:
        keep(decoder, decoder->has_ended ? CJPEG_ENDED : CJPEG_LOST);
        break;
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION:
        keep(decoder, CJPEG_LOST);
        break;
    case JWRN_EXTRANEOUS_DATA:
        if (is_in_scan && is_stray(decoder, (size_t)decoder->errors.msg_parm.i[0],
                                   decoder->errors.msg_parm.i[1]))
            keep(decoder, CJPEG_LOST);
        break;
    default:
        break;
    }
}

static void fail(j_common_ptr info) {
    cjpeg_decoder *decoder = decoder_of(info);
    decoder->errors.format_message(info, decoder->words);
    longjmp(decoder->failed, 1);
}

static void say_nothing(j_common_ptr info) { (void)info; }

/* Ends what would take too long. */
static void watch(j_common_ptr info) {
    cjpeg_decoder *decoder = decoder_of(info);
    uint64_t scans = (uint64_t)decoder->info.input_scan_number;
    uint64_t pixels = (uint64_t)decoder->info.image_width * decoder->info.image_height;
    if (scans <= (uint64_t)most_scans && (scans <= 1 || scans * pixels <= most_passed)) return;
    decoder->outcome = CJPEG_TOO_LARGE;
    snprintf(decoder->words, sizeof decoder->words, "%d scans", (int)scans);
    longjmp(decoder->failed, 1);
}

/* MARK: bytes */

static void begin_source(j_decompress_ptr info) { (void)info; }
static void end_source(j_decompress_ptr info) { (void)info; }

/* Behind the last byte stands an end marker, as often as it is asked for. */
static boolean fill_source(j_decompress_ptr info) {
    static const JOCTET end[] = {0xFF, JPEG_EOI};
    WARNMS(info, JWRN_JPEG_EOF);
    info->src->next_input_byte = end;
    info->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

static void skip_source(j_decompress_ptr info, long count) {
    if (count <= 0) return;
    if ((size_t)count > info->src->bytes_in_buffer) {
        fill_source(info);
        return;
    }
    info->src->next_input_byte += count;
    info->src->bytes_in_buffer -= (size_t)count;
}

static void lend(cjpeg_decoder *decoder, const uint8_t *bytes, size_t count) {
    decoder->bytes = bytes;
    decoder->count = count;
    decoder->outcome = CJPEG_WHOLE;
    decoder->has_ended = 0;
    decoder->words[0] = 0;
    decoder->source.next_input_byte = bytes;
    decoder->source.bytes_in_buffer = count;
}

/* MARK: the decoder */

static int create(cjpeg_decoder *decoder) {
    decoder->info.err = jpeg_std_error(&decoder->errors);
    decoder->errors.error_exit = fail;
    decoder->errors.emit_message = judge;
    decoder->errors.output_message = say_nothing;
    decoder->info.client_data = decoder;
    if (setjmp(decoder->failed)) return 0;
    jpeg_create_decompress(&decoder->info);
    decoder->source.init_source = begin_source;
    decoder->source.fill_input_buffer = fill_source;
    decoder->source.skip_input_data = skip_source;
    decoder->source.resync_to_restart = jpeg_resync_to_restart;
    decoder->source.term_source = end_source;
    decoder->info.src = &decoder->source;
    decoder->progress.progress_monitor = watch;
    return 1;
}

cjpeg_decoder *cjpeg_create(void) {
    cjpeg_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder && create(decoder)) return decoder;
    free(decoder);
    return NULL;
}

void cjpeg_destroy(cjpeg_decoder *decoder) {
    jpeg_destroy_decompress(&decoder->info);
    free(decoder);
}

/* The library keeps nothing on a disk: what does not fit is refused. */
static int is_short_of_memory(int code) {
    return code == JERR_NO_BACKING_STORE || code == JERR_OUT_OF_MEMORY;
}

static enum cjpeg_outcome refuse(cjpeg_decoder *decoder) {
    jpeg_abort_decompress(&decoder->info);
    if (is_short_of_memory(decoder->errors.msg_code)) decoder->outcome = CJPEG_TOO_LARGE;
    return decoder->outcome == CJPEG_TOO_LARGE ? CJPEG_TOO_LARGE : CJPEG_REFUSED;
}

static void choose(struct jpeg_decompress_struct *info, int reduction, int is_gray) {
    int is_ink = info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK;
    info->out_color_space = is_ink ? JCS_CMYK : is_gray ? JCS_GRAYSCALE : JCS_RGB;
    info->scale_num = 1;
    info->scale_denom = (unsigned)reduction;
    /* The accurate DCT: the same bytes give the same pixels every time. */
    info->dct_method = JDCT_ISLOW;
}

enum cjpeg_outcome cjpeg_open(cjpeg_decoder *decoder, const uint8_t *bytes, size_t count,
                              int reduction, int is_gray, uint64_t most_pixels,
                              cjpeg_picture *picture) {
    struct jpeg_decompress_struct *info = &decoder->info;
    lend(decoder, bytes, count);
    if (setjmp(decoder->failed)) return refuse(decoder);
    info->progress = NULL;
    jpeg_read_header(info, TRUE);
    if ((uint64_t)info->image_width * info->image_height > most_pixels) {
        snprintf(decoder->words, sizeof decoder->words, "%ux%u", info->image_width,
                 info->image_height);
        decoder->outcome = CJPEG_TOO_LARGE;
        return refuse(decoder);
    }
    choose(info, reduction, is_gray);
    jpeg_calc_output_dimensions(info);
    picture->width = info->output_width;
    picture->height = info->output_height;
    picture->channels = info->output_components;
    long pixels = (long)info->output_width * (long)info->output_height * info->output_components;
    info->mem->max_memory_to_use =
        pixels < most_memory - least_memory ? most_memory - pixels : least_memory;
    return CJPEG_WHOLE;
}

/* Whether every coefficient of a progressive picture came, to its last bit. */
static int is_refined(const struct jpeg_decompress_struct *info) {
    if (!info->coef_bits) return 1;
    for (int component = 0; component < info->num_components; component++)
        for (int place = 0; place < DCTSIZE2; place++)
            if (info->coef_bits[component][place] != 0) return 0;
    return 1;
}

/* Whether each colour was in a scan: the library notes its table when the first one begins. */
static int has_every_colour(const struct jpeg_decompress_struct *info) {
    for (int component = 0; component < info->num_components; component++)
        if (!info->comp_info[component].quant_table) return 0;
    return 1;
}

static void decode_rows(struct jpeg_decompress_struct *info, uint8_t *pixels) {
    size_t stride = (size_t)info->output_width * (size_t)info->output_components;
    while (info->output_scanline < info->output_height) {
        JSAMPROW rows[4];
        JDIMENSION left = info->output_height - info->output_scanline;
        for (JDIMENSION row = 0; row < 4; row++)
            rows[row] = pixels + (info->output_scanline + (row < left ? row : 0)) * stride;
        jpeg_read_scanlines(info, rows, left < 4 ? left : 4);
    }
}

enum cjpeg_outcome cjpeg_decode(cjpeg_decoder *decoder, uint8_t *pixels) {
    struct jpeg_decompress_struct *info = &decoder->info;
    volatile int are_rows_there = 0;
    if (setjmp(decoder->failed)) {
        /* What follows a whole picture and is none of it should not be there. */
        if (!are_rows_there) return refuse(decoder);
        jpeg_abort_decompress(info);
        return decoder->outcome == CJPEG_WHOLE ? CJPEG_LOST : decoder->outcome;
    }
    info->progress = jpeg_has_multiple_scans(info) ? &decoder->progress : NULL;
    jpeg_start_decompress(info);
    int has_ended_before = decoder->has_ended;
    decode_rows(info, pixels);
    are_rows_there = 1;
    int is_cut = !has_every_colour(info) ||
                 (has_ended_before && jpeg_has_multiple_scans(info) &&
                  !(info->progressive_mode && is_refined(info)));
    jpeg_finish_decompress(info);
    if (is_cut && decoder->outcome == CJPEG_WHOLE) {
        decoder->outcome = CJPEG_ENDED;
        snprintf(decoder->words, sizeof decoder->words, "scans are missing");
    }
    return decoder->outcome;
}

/* MARK: detail */

/* The steps of the frequencies that count as detail across, down and both, 0 for all others. */
struct weights { int16_t across[DCTSIZE2], down[DCTSIZE2], both[DCTSIZE2]; };

static struct weights weights_of(const JQUANT_TBL *table) {
    struct weights weights;
    for (int place = 0; place < DCTSIZE2; place++) {
        int is_right = place % DCTSIZE >= 4, is_below = place / DCTSIZE >= 4;
        int16_t step = (int16_t)(table->quantval[place] < 2047 ? table->quantval[place] : 2047);
        weights.across[place] = is_right && !is_below ? step : 0;
        weights.down[place] = is_below && !is_right ? step : 0;
        weights.both[place] = is_right && is_below ? step : 0;
    }
    return weights;
}

/* The sum of half a block's coefficients in their own size, in rows of eight. */
static int32_t sum_half(const JCOEF *half, const int16_t *weights) {
    int32_t sum = 0;
    for (int place = 0; place < DCTSIZE2 / 2; place++) {
        int16_t size = (int16_t)(half[place] < 0 ? -half[place] : half[place]);
        sum += (int32_t)size * weights[place];
    }
    return sum;
}

static uint16_t added(uint16_t detail, int32_t sum) {
    return (uint16_t)(sum < UINT16_MAX - detail ? detail + sum : UINT16_MAX);
}

/* Adds up the detail of a block, by direction. */
static void add_block(const JCOEF *block, const struct weights *weights, uint16_t *detail) {
    const JCOEF *below = block + DCTSIZE2 / 2;
    detail[0] = added(detail[0], sum_half(block, weights->across));
    detail[1] = added(detail[1], sum_half(below, weights->down + DCTSIZE2 / 2));
    detail[2] = added(detail[2], sum_half(below, weights->both + DCTSIZE2 / 2));
}

/* Adds one component's detail to the grid of the blocks of the full resolution. */
static void add_detail(struct jpeg_decompress_struct *info, int index, jvirt_barray_ptr blocks,
                       uint16_t *detail, JDIMENSION columns, JDIMENSION rows) {
    const jpeg_component_info *component = &info->comp_info[index];
    if (!component->quant_table) return; /* no scan had it */
    struct weights weights = weights_of(component->quant_table);
    unsigned across = (unsigned)(info->max_h_samp_factor / component->h_samp_factor);
    unsigned down = (unsigned)(info->max_v_samp_factor / component->v_samp_factor);
    for (JDIMENSION row = 0; row < rows && row / down < component->height_in_blocks; row++) {
        JBLOCKROW line = *info->mem->access_virt_barray((j_common_ptr)info, blocks, row / down, 1,
                                                        FALSE);
        for (JDIMENSION column = 0; column < columns; column++) {
            if (column / across >= component->width_in_blocks) break;
            add_block(line[column / across], &weights,
                      detail + ((size_t)row * columns + column) * CJPEG_DETAILS);
        }
    }
}

enum cjpeg_outcome cjpeg_detail(cjpeg_decoder *decoder, uint16_t *detail) {
    struct jpeg_decompress_struct *info = &decoder->info;
    if (setjmp(decoder->failed)) return refuse(decoder);
    info->progress = jpeg_has_multiple_scans(info) ? &decoder->progress : NULL;
    jvirt_barray_ptr *blocks = jpeg_read_coefficients(info);
    JDIMENSION columns = (info->image_width + 7) / 8, rows = (info->image_height + 7) / 8;
    memset(detail, 0, (size_t)columns * rows * CJPEG_DETAILS * sizeof *detail);
    for (int index = 0; index < info->num_components; index++)
        add_detail(info, index, blocks[index], detail, columns, rows);
    jpeg_finish_decompress(info);
    return decoder->outcome;
}

const char *cjpeg_words(const cjpeg_decoder *decoder) { return decoder->words; }
