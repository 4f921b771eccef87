// Loops over the bytes of one row of pixels. They are C because Swift can compile a function for
// one instruction set only, that of the oldest machine: these are compiled for newer ones too, and
// the loader takes the best. Nothing here knows formats, strides or sizes; the caller answers for every
// pointer having the bytes it says. No two pointers of a call may overlap.
#ifndef CPIXELS_H
#define CPIXELS_H

#include <stddef.h>
#include <stdint.h>

// YCbCr to RGB in fixed point: the coefficients × 65,536, luma's black level.
struct cpixels_matrix {
    int32_t black;
    int32_t luma;
    int32_t red_cr;
    int32_t green_cb;
    int32_t green_cr;
    int32_t blue_cb;
};

// Where red, green and blue stand in a pixel of `bytes` bytes (3 or 4).
struct cpixels_order {
    uint32_t bytes;
    uint32_t red;
    uint32_t green;
    uint32_t blue;
};

// R G B of `count` pixels with a luma, a Cb and a Cr each.
void cpixels_rgb_from_ycc(
    const uint8_t *luma, const uint8_t *cb, const uint8_t *cr, size_t count,
    const struct cpixels_matrix *matrix, uint8_t *rgb);
// R G B of `count` pixels without colour.
void cpixels_rgb_from_luma(
    const uint8_t *luma, size_t count, const struct cpixels_matrix *matrix, uint8_t *rgb);
// R G B of three planes.
void cpixels_rgb_from_planes(
    const uint8_t *red, const uint8_t *green, const uint8_t *blue, size_t count, uint8_t *rgb);
// R G B of pixels in another order.
void cpixels_rgb_from_packed(
    const uint8_t *source, size_t count, const struct cpixels_order *order, uint8_t *rgb);

// The three planes of pixels in any order.
void cpixels_planes_from_packed(
    const uint8_t *source, size_t count, const struct cpixels_order *order, uint8_t *red,
    uint8_t *green, uint8_t *blue);
// Luma by BT.601 of pixels in any order: (77 R + 150 G + 29 B + 128) / 256.
void cpixels_luma_from_packed(
    const uint8_t *source, size_t count, const struct cpixels_order *order, uint8_t *luma);

// Every second byte: `count` of them, from source[0] or, where `odd`, source[1].
void cpixels_every_second(const uint8_t *source, size_t count, int odd, uint8_t *target);
// Every sample twice: 2 × `count` bytes.
void cpixels_twice(const uint8_t *source, size_t count, uint8_t *target);
// Pairs of samples taken apart, every one twice: 2 × `count` bytes each.
void cpixels_pairs_twice(
    const uint8_t *source, size_t count, uint8_t *first, uint8_t *second);

// Adds a row to sums of rows; 257 rows fit.
void cpixels_add_row(const uint8_t *source, size_t count, uint16_t *sums);
// Means, rounded to nearest, of `count` blocks `factor` columns wide, of sums of `factor` rows.
void cpixels_block_means(
    const uint16_t *sums, size_t count, size_t factor, uint8_t *means);

#endif
