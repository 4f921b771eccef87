#include "CZXing.h"

// Texts as UTF-8 in 1.4; later versions know no other.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <cstdlib>
#include <string>
#include <utility>

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

using Codes = decltype(ZXing::ReadBarcodes(std::declval<ZXing::ImageView>(), Options()));

struct czxing_list {
    Codes codes;
};

static Options options(czxing_threshold threshold) {
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(true);
    // Smaller pictures are views of the caller's own.
    options.setTryDownscale(false);
    options.setReturnErrors(true);
    options.setBinarizer(
        threshold == CZXING_GLOBAL ? ZXing::Binarizer::GlobalHistogram
                                   : ZXing::Binarizer::LocalAverage);
    return options;
}

czxing_list *czxing_read(
    const uint8_t *luma, int width, int height, int stride, czxing_threshold threshold) {
    try {
        ZXing::ImageView picture(luma, width, height, ZXing::ImageFormat::Lum, stride);
        return new czxing_list{ZXing::ReadBarcodes(picture, options(threshold))};
    } catch (...) {
        return nullptr;
    }
}

size_t czxing_count(const czxing_list *list) { return list->codes.size(); }

czxing_code czxing_code_at(const czxing_list *list, size_t index) {
    const auto &found = list->codes[index];
    czxing_code code = {};
    code.is_read = found.isValid();
    if (code.is_read) {
        code.bytes = found.bytes().data();
        code.count = found.bytes().size();
        const std::string level = found.ecLevel();
        code.level = level.empty() ? 0 : level[0];
    }
    code.parity = -1;
    if (found.isPartOfSequence()) {
        code.parts = found.sequenceSize();
        code.part = found.sequenceIndex();
        const std::string parity = found.sequenceId();
        if (!parity.empty()) code.parity = std::atoi(parity.c_str());
    }
    for (int corner = 0; corner < 4; corner++) {
        code.x[corner] = found.position()[corner].x;
        code.y[corner] = found.position()[corner].y;
    }
    return code;
}

void czxing_free(czxing_list *list) { delete list; }
