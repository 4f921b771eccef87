// dlib's detector and landmarks as its examples call them, for the benchmark to compare with.
//   dlib-alone LANDMARKS
// Reads pictures from its standard input, each as "columns rows\n" and its luma row by row, and answers
// each with the milliseconds that finding its faces and their landmarks took.
#include <chrono>
#include <cstdio>
#include <vector>

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

static double milliseconds(
    dlib::frontal_face_detector &detector, const dlib::shape_predictor &landmarks,
    const dlib::array2d<unsigned char> &picture) {
    const auto start = std::chrono::steady_clock::now();
    for (const auto &box : detector(picture)) landmarks(picture, box);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    return time.count();
}

int main(int count, char **arguments) {
    if (count != 2) return 64;
    auto detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor landmarks;
    dlib::deserialize(arguments[1]) >> landmarks;
    int columns, rows;
    while (std::scanf("%d %d", &columns, &rows) == 2 && std::getchar() == '\n') {
        dlib::array2d<unsigned char> picture(rows, columns);
        for (int row = 0; row < rows; ++row)
            if (std::fread(&picture[row][0], 1, columns, stdin) != static_cast<size_t>(columns))
                return 65;
        std::printf("%f\n", milliseconds(detector, landmarks, picture));
        std::fflush(stdout);
    }
    return 0;
}
