// fontconfig as Debian ships it; nothing is added.
#include <fontconfig/fontconfig.h>
