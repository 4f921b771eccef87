// ffmpeg's libswscale, which the benchmark compares pixel conversions with; nothing is added.
#include <libavutil/imgutils.h>
#include <libavutil/pixfmt.h>
#include <libswscale/swscale.h>
