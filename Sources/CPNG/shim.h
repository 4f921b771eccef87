// libpng's simplified API (png_image_*): no setjmp reaches Swift through it.
#include <png.h>
