// libsodium as Debian ships it; nothing is added.
#include <sodium.h>
