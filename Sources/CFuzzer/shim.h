/* libFuzzer as a library (llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library"); the compiler comes
   with it and without a header. Linked by Tools/fuzz alone. */
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*read)(const uint8_t *bytes, size_t count));
