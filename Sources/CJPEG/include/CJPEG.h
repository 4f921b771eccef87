/* libjpeg-turbo's own interface: every warning of its decoder can be judged, and its encoder takes
   quantisation tables, which TurboJPEG does not. Errors of the library end in a jump, which stays
   inside this shim. */
#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

/* A decoder, for one picture at a time. */
typedef struct cjpeg_decoder cjpeg_decoder;

/* What became of a picture. */
enum cjpeg_outcome {
    CJPEG_WHOLE = 0,
    /* The data ended before the picture did. */
    CJPEG_ENDED = 1,
    /* Data inside the picture was lost or doubled. */
    CJPEG_LOST = 2,
    /* It is no JPEG that can be decoded. */
    CJPEG_REFUSED = 3,
    /* It has more pixels or more scans than is allowed. */
    CJPEG_TOO_LARGE = 4,
};

/* What a picture's header says. */
typedef struct {
    /* Columns and rows as they will be decoded. */
    uint32_t width, height;
    /* Bytes a pixel as they will be decoded: 1 luma, 3 R G B, 4 C M Y K. */
    int32_t channels;
} cjpeg_picture;

/* A new decoder; NULL where memory is short. */
cjpeg_decoder *cjpeg_create(void);
void cjpeg_destroy(cjpeg_decoder *decoder);

/* Reads the header of a picture whose bytes stay with the caller until it was decoded. The picture
   will be decoded `reduction` (1, 2, 4 or 8) times smaller; as luma alone where `is_gray`, but for
   pictures of four inks. */
enum cjpeg_outcome cjpeg_open(cjpeg_decoder *decoder, const uint8_t *bytes, size_t count,
                              int reduction, int is_gray, uint64_t most_pixels,
                              cjpeg_picture *picture);

/* Decodes the picture that was opened, to rows without padding. After anything but CJPEG_WHOLE the
   pixels are of no use. */
enum cjpeg_outcome cjpeg_decode(cjpeg_decoder *decoder, uint8_t *pixels);

/* Numbers a block. */
enum { CJPEG_DETAILS = 3 };

/* The fine detail of the picture that was opened in its full size, instead of its pixels: for each
   block of 8 x 8 pixels, from left to right and down, (columns + 7) / 8 of them a row, the sums of the
   coefficients whose frequency is 4 and more across, down, and both. A picture decoded at half its
   size shows none of these. */
enum cjpeg_outcome cjpeg_detail(cjpeg_decoder *decoder, uint16_t *detail);

/* What the library said of what was judged last; empty where it said nothing. */
const char *cjpeg_words(const cjpeg_decoder *decoder);

/* An encoder, for one picture at a time. */
typedef struct cjpeg_encoder cjpeg_encoder;

/* How a picture is encoded. */
typedef struct {
    /* Columns and rows. */
    uint32_t width, height;
    /* The steps of the 64 frequencies, 1 to 255, in rows of eight. */
    const uint8_t *luma, *chroma;
    /* Whether the chroma has half the columns and rows. */
    int is_half;
} cjpeg_settings;

/* A new encoder; NULL where memory is short. */
cjpeg_encoder *cjpeg_create_encoder(void);
void cjpeg_destroy_encoder(cjpeg_encoder *encoder);

/* Encodes a picture of R G B bytes, rows without padding, as a baseline JPEG with a JFIF segment, and
   answers how many bytes it has; 0 where they are more than the capacity, or another error. */
size_t cjpeg_encode(cjpeg_encoder *encoder, const uint8_t *pixels, const cjpeg_settings *settings,
                    uint8_t *bytes, size_t capacity);

/* What the library said of an error; empty where it said nothing. */
const char *cjpeg_encoder_words(const cjpeg_encoder *encoder);

#endif
