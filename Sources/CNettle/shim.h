// Nettle as Debian ships it; nothing is added.
#include <nettle/sha2.h>
