// libheif as Debian ships it; nothing is added.
#include <libheif/heif.h>
