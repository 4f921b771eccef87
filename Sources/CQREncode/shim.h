// libqrencode as Debian ships it; nothing is added.
#include <qrencode.h>
