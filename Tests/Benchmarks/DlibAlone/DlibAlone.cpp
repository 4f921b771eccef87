#include "DlibAlone.h"

#include <cstring>

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

struct dlib_alone {
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor landmarks;
};

dlib_alone *dlib_alone_open(const char *landmarks_path) {
    try {
        auto *dlib = new dlib_alone;
        dlib::deserialize(landmarks_path) >> dlib->landmarks;
        return dlib;
    } catch (...) {
        return nullptr;
    }
}

int dlib_alone_find(dlib_alone *dlib, const uint8_t *gray, int width, int height) {
    dlib::array2d<unsigned char> picture(height, width);
    for (int row = 0; row < height; ++row)
        std::memcpy(&picture[row][0], gray + static_cast<size_t>(row) * width, width);
    const auto boxes = dlib->detector(picture);
    for (const auto &box : boxes) dlib->landmarks(picture, box);
    return static_cast<int>(boxes.size());
}
