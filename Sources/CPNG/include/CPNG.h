/* libpng. Its simplified interface writes; reading needs what that one hides: limits before anything is
   allocated, colour chunks and Exif. Errors of the library end in a jump, which stays inside. */
#ifndef CPNG_H
#define CPNG_H

#include <png.h>
#include <stddef.h>
#include <stdint.h>

/* A picture that is being read. */
typedef struct cpng_reader cpng_reader;

enum cpng_outcome {
    CPNG_WHOLE = 0,
    CPNG_ENDED = 1,
    CPNG_REFUSED = 2,
    CPNG_TOO_LARGE = 3,
};

/* What stands before a picture's pixels. Pointers are the reader's, valid until it is closed. */
typedef struct {
    uint32_t width, height;
    /* An ICC profile; NULL where there is none, or where the picture says that it is sRGB. */
    const uint8_t *profile;
    size_t profile_count;
    /* The exponent of a pixel's light, about 2.2; 0 where it is not said, or sRGB. */
    double gamma;
    /* x and y of white, red, green and blue; only where has_primaries. */
    double primaries[8];
    int has_primaries;
    /* TIFF with the orientation, as in Exif; NULL where there is none. */
    const uint8_t *exif;
    size_t exif_count;
} cpng_picture;

/* Reads up to the pixels. The bytes stay with the caller until the reader is closed; NULL where memory is
   short. */
cpng_reader *cpng_open(const uint8_t *bytes, size_t count, uint64_t most_pixels,
                       enum cpng_outcome *outcome, cpng_picture *picture);

/* Reads the pixels: R G B A of 8 bits, rows without padding. */
enum cpng_outcome cpng_read(cpng_reader *reader, uint8_t *pixels);

/* What the library said of an error; empty where there was none. */
const char *cpng_words(const cpng_reader *reader);

void cpng_close(cpng_reader *reader);

#endif
