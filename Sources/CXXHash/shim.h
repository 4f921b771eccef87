// xxHash as Debian ships it; nothing is added.
#include <xxhash.h>
