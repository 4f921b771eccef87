#include "CFaces.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <vector>

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

struct cfaces_finder {
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor landmarks;
    bool has_landmarks = false;
    dlib::array2d<unsigned char> picture;
};

namespace {

void load(cfaces_finder &finder, const uint8_t *gray, int width, int height, int stride) {
    finder.picture.set_size(height, width);
    for (int row = 0; row < height; ++row)
        std::memcpy(&finder.picture[row][0], gray + static_cast<size_t>(row) * stride, width);
}

dlib::rectangle rectangle(const cfaces_box &box) {
    return {
        static_cast<long>(box.left), static_cast<long>(box.top), static_cast<long>(box.right),
        static_cast<long>(box.bottom)};
}

}  // namespace

int cfaces_open(const char *landmarks_path, cfaces_finder **out) {
    *out = nullptr;
    try {
        auto finder = std::make_unique<cfaces_finder>();
        if (landmarks_path) {
            std::ifstream file(landmarks_path, std::ios::binary);
            if (!file) return CFACES_NO_MODEL;
            dlib::deserialize(finder->landmarks, file);
            if (finder->landmarks.num_parts() != CFACES_POINTS) return CFACES_BAD_MODEL;
            finder->has_landmarks = true;
        }
        *out = finder.release();
        return CFACES_OK;
    } catch (const dlib::serialization_error &) {
        return CFACES_BAD_MODEL;
    } catch (...) {
        return CFACES_FAILED;
    }
}

int cfaces_find(
    cfaces_finder *finder, const uint8_t *gray, int width, int height, int stride,
    double threshold, cfaces_box *boxes, int capacity, int *count) {
    *count = 0;
    try {
        load(*finder, gray, width, height, stride);
        std::vector<std::pair<double, dlib::rectangle>> found;
        finder->detector(finder->picture, found, threshold);
        for (const auto &[score, box] : found) {
            if (*count < capacity)
                boxes[*count] = {
                    static_cast<double>(box.left()), static_cast<double>(box.top()),
                    static_cast<double>(box.right()), static_cast<double>(box.bottom()), score};
            ++*count;
        }
        return CFACES_OK;
    } catch (...) {
        return CFACES_FAILED;
    }
}

int cfaces_landmarks(
    cfaces_finder *finder, const uint8_t *gray, int width, int height, int stride,
    cfaces_box box, cfaces_point *points) {
    if (!finder->has_landmarks) return CFACES_NO_MODEL;
    try {
        load(*finder, gray, width, height, stride);
        const auto shape = finder->landmarks(finder->picture, rectangle(box));
        for (int index = 0; index < CFACES_POINTS; ++index)
            points[index] = {
                static_cast<double>(shape.part(index).x()),
                static_cast<double>(shape.part(index).y())};
        return CFACES_OK;
    } catch (...) {
        return CFACES_FAILED;
    }
}

void cfaces_close(cfaces_finder *finder) { delete finder; }
