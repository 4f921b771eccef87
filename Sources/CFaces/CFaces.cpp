#include "CFaces.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

namespace {

using vec = dlib::vector<float, 2>;
using shape = dlib::matrix<float, 0, 1>;

// One level of the cascade, laid out for the memory it is read from: all splits, then all leaves, each
// a row of as many floats as the shape has.
struct level {
    struct split {
        uint16_t first, second;
        float threshold;
    };
    size_t trees = 0, splits_each = 0, leaf_size = 0;
    std::vector<split> splits;
    std::vector<float> leaves;

    explicit level(const std::vector<dlib::impl::regression_tree> &forest) {
        trees = forest.size();
        for (const auto &tree : forest) {
            splits_each = tree.splits.size();
            if (tree.leaf_values.size() != splits_each + 1)
                throw dlib::serialization_error("trees");
            for (const auto &node : tree.splits)
                splits.push_back(
                    {static_cast<uint16_t>(node.idx1), static_cast<uint16_t>(node.idx2),
                     node.thresh});
            for (const auto &leaf : tree.leaf_values) {
                leaf_size = leaf.size();
                leaves.insert(leaves.end(), leaf.begin(), leaf.end());
            }
        }
    }

    // Adds the leaf of every tree to a shape. The leaves are found first and asked for from memory
    // meanwhile: reading them is what takes the time.
    void add(const std::vector<float> &values, shape &current) const {
        std::vector<const float *> found(trees);
        for (size_t tree = 0; tree < trees; ++tree) {
            const split *nodes = &splits[tree * splits_each];
            size_t at = 0;
            while (at < splits_each) {
                const split &node = nodes[at];
                at = 2 * at + (values[node.first] - values[node.second] > node.threshold ? 1 : 2);
            }
            const size_t leaf = tree * (splits_each + 1) + at - splits_each;
            found[tree] = &leaves[leaf * leaf_size];
            for (size_t byte = 0; byte < leaf_size * sizeof(float); byte += 64)
                __builtin_prefetch(reinterpret_cast<const char *>(found[tree]) + byte);
        }
        float *sum = &current(0);
        for (const float *leaf : found)
            for (size_t index = 0; index < leaf_size; ++index) sum[index] += leaf[index];
    }
};

// dlib's shape_predictor rounds its points to whole pixels; this is the same cascade of trees, read
// from the same file by dlib's own functions, without the rounding.
struct cascade {
    shape initial;
    std::vector<level> levels;
    std::vector<std::vector<unsigned long>> anchors;
    std::vector<std::vector<vec>> deltas;

    void read(std::istream &in) {
        int version = 0;
        dlib::deserialize(version, in);
        if (version != 1) throw dlib::serialization_error("version");
        dlib::deserialize(initial, in);
        std::vector<std::vector<dlib::impl::regression_tree>> forests;
        dlib::deserialize(forests, in);
        for (auto &forest : forests) {
            levels.emplace_back(forest);
            forest = {};
        }
        dlib::deserialize(anchors, in);
        dlib::deserialize(deltas, in);
    }

    // The points of the face in a box, in pixels.
    template <typename picture>
    std::vector<vec> points(const picture &image, const dlib::rectangle &box) const {
        shape current = initial;
        std::vector<float> values;
        for (size_t index = 0; index < levels.size(); ++index) {
            dlib::impl::extract_feature_pixel_values(
                image, box, current, initial, anchors[index], deltas[index], values);
            levels[index].add(values, current);
        }
        const auto place = dlib::impl::unnormalizing_tform(box);
        std::vector<vec> points;
        for (long index = 0; index < current.size() / 2; ++index)
            points.push_back(place(dlib::impl::location(current, index)));
        return points;
    }

    // The box in which the mean shape lies on these points best (least squares of scale and place):
    // the trees begin from it alike, however the detector's steps of scale and place fell.
    cfaces_box box(const std::vector<vec> &points) const {
        const double count = points.size();
        double mean_u = 0, mean_v = 0, mean_x = 0, mean_y = 0, spread = 0, shared = 0;
        for (size_t index = 0; index < points.size(); ++index) {
            const vec place = dlib::impl::location(initial, index);
            mean_u += place.x() / count;
            mean_v += place.y() / count;
            mean_x += points[index].x() / count;
            mean_y += points[index].y() / count;
        }
        for (size_t index = 0; index < points.size(); ++index) {
            const vec place = dlib::impl::location(initial, index);
            const double u = place.x() - mean_u, v = place.y() - mean_v;
            spread += u * u + v * v;
            shared += u * (points[index].x() - mean_x) + v * (points[index].y() - mean_y);
        }
        const double side = shared / spread;
        const double left = mean_x - mean_u * side, top = mean_y - mean_v * side;
        return {left, top, left + side, top + side, 0};
    }
};

}  // namespace

struct cfaces_finder {
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    cascade landmarks;
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
    return {std::lround(box.left), std::lround(box.top), std::lround(box.right),
            std::lround(box.bottom)};
}

// Shares of a box's sides by which it is moved across and down, and grown.
struct move {
    double across, down, grown;
};

// The trees jump where a box moves by a pixel: the mean of several boxes is steadier.
const move moves[] = {
    {0, 0, 0}, {-0.04, -0.04, 0.02}, {0.04, 0.04, 0.02}, {0.04, -0.04, -0.02},
    {-0.04, 0.04, -0.02}};

cfaces_box moved(const cfaces_box &box, const move &by) {
    const double width = box.right - box.left, height = box.bottom - box.top;
    return {
        box.left + (by.across - by.grown) * width, box.top + (by.down - by.grown) * height,
        box.right + (by.across + by.grown) * width, box.bottom + (by.down + by.grown) * height,
        box.score};
}

}  // namespace

int cfaces_open(const char *landmarks_path, cfaces_finder **out) {
    *out = nullptr;
    try {
        auto finder = std::make_unique<cfaces_finder>();
        if (landmarks_path) {
            std::ifstream file(landmarks_path, std::ios::binary);
            if (!file) return CFACES_NO_MODEL;
            finder->landmarks.read(file);
            if (finder->landmarks.initial.size() != 2 * CFACES_POINTS) return CFACES_BAD_MODEL;
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
    cfaces_box box, int boxes, cfaces_point *points) {
    if (!finder->has_landmarks) return CFACES_NO_MODEL;
    try {
        load(*finder, gray, width, height, stride);
        const cascade &landmarks = finder->landmarks;
        const cfaces_box centred =
            landmarks.box(landmarks.points(finder->picture, rectangle(box)));
        std::fill(points, points + CFACES_POINTS, cfaces_point{0, 0});
        const int runs = std::clamp(boxes, 1, 5);
        for (int run = 0; run < runs; ++run) {
            const auto found = landmarks.points(
                finder->picture, rectangle(moved(centred, moves[run])));
            for (int index = 0; index < CFACES_POINTS; ++index) {
                points[index].x += found[index].x() / runs;
                points[index].y += found[index].y() / runs;
            }
        }
        return CFACES_OK;
    } catch (...) {
        return CFACES_FAILED;
    }
}

void cfaces_close(cfaces_finder *finder) { delete finder; }
