// dlib's detector and landmarks as its examples call them, for the benchmark to compare with.
#ifndef DLIB_ALONE_H
#define DLIB_ALONE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dlib_alone dlib_alone;

// Opens the detector and a landmark file; NULL where it cannot be read. Kept until the program ends.
dlib_alone *dlib_alone_open(const char *landmarks_path);

// Finds the faces and their landmarks in a gray picture without padding; the number of faces.
int dlib_alone_find(dlib_alone *dlib, const uint8_t *gray, int width, int height);

#ifdef __cplusplus
}
#endif
#endif
