// zbar as Debian ships it; nothing is added.
#include <zbar.h>
