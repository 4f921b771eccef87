// Little CMS as Debian ships it; nothing is added.
#include <lcms2.h>
