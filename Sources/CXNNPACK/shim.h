// XNNPACK as Debian ships it; nothing is added.
#include <stdbool.h>
#include <xnnpack.h>
