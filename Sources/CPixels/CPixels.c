#include "CPixels.h"

// SSE4 has the 32-bit product and the byte shuffle that baseline x86-64 lacks; AVX2 has them twice
// as wide. Other processors take the plain loop, which 64-bit ARM's baseline vectorises well. The thread sanitizer
// is not there yet when the loader asks which one to take.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define CLONES __attribute__((target_clones("avx2", "sse4.2", "default")))
#else
#define CLONES
#endif

static inline uint8_t level(int32_t value) {
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

CLONES void cpixels_rgb_from_ycc(
    const uint8_t *restrict luma, const uint8_t *restrict cb, const uint8_t *restrict cr,
    size_t count, const struct cpixels_matrix *matrix, uint8_t *restrict rgb) {
    const struct cpixels_matrix m = *matrix;
    for (size_t i = 0; i < count; i++) {
        const int32_t y = (luma[i] - m.black) * m.luma + 32768;
        const int32_t b = cb[i] - 128, r = cr[i] - 128;
        rgb[3 * i] = level((y + m.red_cr * r) >> 16);
        rgb[3 * i + 1] = level((y - m.green_cb * b - m.green_cr * r) >> 16);
        rgb[3 * i + 2] = level((y + m.blue_cb * b) >> 16);
    }
}

CLONES void cpixels_rgb_from_luma(
    const uint8_t *restrict luma, size_t count, const struct cpixels_matrix *matrix,
    uint8_t *restrict rgb) {
    const struct cpixels_matrix m = *matrix;
    for (size_t i = 0; i < count; i++) {
        const uint8_t y = level(((luma[i] - m.black) * m.luma + 32768) >> 16);
        rgb[3 * i] = y;
        rgb[3 * i + 1] = y;
        rgb[3 * i + 2] = y;
    }
}

CLONES void cpixels_rgb_from_planes(
    const uint8_t *restrict red, const uint8_t *restrict green, const uint8_t *restrict blue,
    size_t count, uint8_t *restrict rgb) {
    for (size_t i = 0; i < count; i++) {
        rgb[3 * i] = red[i];
        rgb[3 * i + 1] = green[i];
        rgb[3 * i + 2] = blue[i];
    }
}

// The orders that cameras have, each with numbers that the compiler knows; any other one as it is.
#define FOR_ORDER(LOOP, order)                                                                     \
    do {                                                                                           \
        if (order->bytes == 3 && order->red == 0 && order->green == 1) LOOP(3, 0, 1, 2)            \
        else if (order->bytes == 3 && order->red == 2 && order->green == 1) LOOP(3, 2, 1, 0)       \
        else if (order->bytes == 4 && order->red == 2 && order->green == 1) LOOP(4, 2, 1, 0)       \
        else if (order->bytes == 4 && order->red == 1 && order->green == 2) LOOP(4, 1, 2, 3)       \
        else LOOP(order->bytes, order->red, order->green, order->blue)                             \
    } while (0)

CLONES void cpixels_rgb_from_packed(
    const uint8_t *restrict source, size_t count, const struct cpixels_order *order,
    uint8_t *restrict rgb) {
#define REORDER(bytes, r, g, b)                                                                    \
    for (size_t i = 0; i < count; i++) {                                                           \
        rgb[3 * i] = source[(bytes) * i + (r)];                                                    \
        rgb[3 * i + 1] = source[(bytes) * i + (g)];                                                \
        rgb[3 * i + 2] = source[(bytes) * i + (b)];                                                \
    }
    FOR_ORDER(REORDER, order);
}

CLONES void cpixels_planes_from_packed(
    const uint8_t *restrict source, size_t count, const struct cpixels_order *order,
    uint8_t *restrict red, uint8_t *restrict green, uint8_t *restrict blue) {
#define SPLIT(bytes, r, g, b)                                                                      \
    for (size_t i = 0; i < count; i++) {                                                           \
        red[i] = source[(bytes) * i + (r)];                                                        \
        green[i] = source[(bytes) * i + (g)];                                                      \
        blue[i] = source[(bytes) * i + (b)];                                                       \
    }
    FOR_ORDER(SPLIT, order);
}

CLONES void cpixels_luma_from_packed(
    const uint8_t *restrict source, size_t count, const struct cpixels_order *order,
    uint8_t *restrict luma) {
#define WEIGH(bytes, r, g, b)                                                                      \
    for (size_t i = 0; i < count; i++) {                                                           \
        const uint8_t *pixel = source + (bytes) * i;                                               \
        luma[i] = (uint8_t)(                                                                       \
            (uint16_t)(77 * pixel[(r)] + 150 * pixel[(g)] + 29 * pixel[(b)] + 128) >> 8);          \
    }
    FOR_ORDER(WEIGH, order);
}

CLONES void cpixels_every_second(
    const uint8_t *restrict source, size_t count, int odd, uint8_t *restrict target) {
    const uint8_t *first = odd ? source + 1 : source;
    for (size_t i = 0; i < count; i++) target[i] = first[2 * i];
}

CLONES void cpixels_twice(
    const uint8_t *restrict source, size_t count, uint8_t *restrict target) {
    for (size_t i = 0; i < count; i++) {
        target[2 * i] = source[i];
        target[2 * i + 1] = source[i];
    }
}

CLONES void cpixels_pairs_twice(
    const uint8_t *restrict source, size_t count, uint8_t *restrict first,
    uint8_t *restrict second) {
    for (size_t i = 0; i < count; i++) {
        first[2 * i] = source[2 * i];
        first[2 * i + 1] = source[2 * i];
        second[2 * i] = source[2 * i + 1];
        second[2 * i + 1] = source[2 * i + 1];
    }
}

CLONES void cpixels_add_row(
    const uint8_t *restrict source, size_t count, uint16_t *restrict sums) {
    for (size_t i = 0; i < count; i++) sums[i] = (uint16_t)(sums[i] + source[i]);
}

CLONES void cpixels_block_means(
    const uint16_t *restrict sums, size_t count, size_t factor, uint8_t *restrict means) {
    if (factor == 2) {
        for (size_t i = 0; i < count; i++)
            means[i] = (uint8_t)((sums[2 * i] + (uint32_t)sums[2 * i + 1] + 2) >> 2);
        return;
    }
    const uint32_t area = (uint32_t)(factor * factor);
    for (size_t i = 0; i < count; i++) {
        uint32_t sum = area / 2;
        for (size_t j = 0; j < factor; j++) sum += sums[i * factor + j];
        means[i] = (uint8_t)(sum / area);
    }
}
