// Faults for Tools/sanitize/control, one for each sanitizer.
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int shared;

static void *count(void *unused) {
    for (int step = 0; step < 10000; step++) shared++;
    return unused;
}

int main(int argc, char **argv) {
    const char *fault = argc > 1 ? argv[1] : "none";
    volatile int most = INT_MAX;
    if (!strcmp(fault, "address")) {
        volatile char *bytes = malloc(8);
        free((void *)bytes);
        return bytes[3];
    }
    if (!strcmp(fault, "undefined")) return most + argc > 0;
    if (!strcmp(fault, "thread")) {
        pthread_t one, other;
        pthread_create(&one, NULL, count, NULL);
        pthread_create(&other, NULL, count, NULL);
        pthread_join(one, NULL);
        pthread_join(other, NULL);
    }
    return 0;
}
