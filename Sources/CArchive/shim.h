// libarchive as Debian ships it; nothing is added.
#include <archive.h>
#include <archive_entry.h>
