// dlib behind four functions. It exists because dlib is C++ templates and exceptions: neither may
// reach Swift. Every function catches everything and answers with a status.
#ifndef CFACES_H
#define CFACES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CFACES_OK = 0, CFACES_NO_MODEL = 1, CFACES_BAD_MODEL = 2, CFACES_FAILED = 3 };

// The 68 landmarks of the iBUG 300-W scheme.
enum { CFACES_POINTS = 68 };

typedef struct cfaces_finder cfaces_finder;

// A box in pixels of the picture, edges included, and the detector's score (0 is its threshold).
typedef struct {
    double left, top, right, bottom;
    double score;
} cfaces_box;

typedef struct {
    double x, y;
} cfaces_point;

// Opens dlib's frontal face detector and, where landmarks_path is not NULL, the landmark file.
// The caller closes what stands in *finder with cfaces_close.
int cfaces_open(const char *landmarks_path, cfaces_finder **finder);

// Finds upright faces of 80 pixels and more. gray: height rows of stride bytes, width used.
// Writes the first `capacity` boxes, best score first, and the number found to *count.
int cfaces_find(
    cfaces_finder *finder, const uint8_t *gray, int width, int height, int stride,
    double threshold, cfaces_box *boxes, int capacity, int *count);

// Writes CFACES_POINTS landmarks for the face in `box`, in parts of pixels: the mean of what is found
// from that many boxes (1 to 5) near it. CFACES_NO_MODEL without a landmark file.
int cfaces_landmarks(
    cfaces_finder *finder, const uint8_t *gray, int width, int height, int stride,
    cfaces_box box, int boxes, cfaces_point *points);

// Frees the finder; NULL is allowed.
void cfaces_close(cfaces_finder *finder);

#ifdef __cplusplus
}
#endif
#endif
