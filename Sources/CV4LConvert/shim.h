// libv4lconvert as Debian ships it, and its table of device calls; nothing is added.
#include <libv4l-plugin.h>
#include <libv4lconvert.h>
