// libwebp's simple decoding API; nothing is added.
#include <webp/decode.h>
