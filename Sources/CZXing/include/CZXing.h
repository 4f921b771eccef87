// ZXing-C++'s QR reader behind a list of codes. It exists because ZXing is C++. Written for 1.4; the names
// of 2.x are allowed for, not tried.
#ifndef CZXING_H
#define CZXING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How light and dark are told apart: by each pixel's neighbourhood, or by one level for a row.
enum czxing_threshold { CZXING_LOCAL, CZXING_GLOBAL };

// One code. bytes: its content as it is coded, of all segments, without a converted character set; lent until the
// list is freed. is_read: false where a code stands there whose content does not add up; count is 0 then. level: L, M,
// Q or H, 0 where it is unknown. parts: of how many codes it is a part, 0 where it stands alone; part: from 0 on;
// parity: of all parts' bytes, -1 where it is unknown. x, y: the corners, px, clockwise from its own top left.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    bool is_read;
    char level;
    int parts, part, parity;
    int x[4], y[4];
} czxing_code;

typedef struct czxing_list czxing_list;

// The QR codes in a picture: one byte a pixel, rows of that many bytes. NULL where memory is short.
czxing_list *czxing_read(
    const uint8_t *luma, int width, int height, int stride, enum czxing_threshold threshold);

size_t czxing_count(const czxing_list *list);

czxing_code czxing_code_at(const czxing_list *list, size_t index);

void czxing_free(czxing_list *list);

#ifdef __cplusplus
}
#endif

#endif
