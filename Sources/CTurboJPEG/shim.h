// The TurboJPEG API as Debian ships it; nothing is added.
#include <turbojpeg.h>
