// libburn.h declares struct burn_source, which libisofs.h uses: it has to come first.
#include <stdint.h>
#include <stddef.h>
#include <sys/types.h>
#include <libburn/libburn.h>
#include <libisofs/libisofs.h>
