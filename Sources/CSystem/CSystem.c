#define _GNU_SOURCE
#include <sys/mman.h>
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

int csystem_rename_new(int folder, const char *from, const char *to) {
    return renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int csystem_open_unnamed(int folder) {
    return openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

int csystem_link_unnamed(int file, int folder, const char *to) {
    char from[32];
    snprintf(from, sizeof from, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, from, folder, to, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

int csystem_is_fat(int file) {
    struct statfs status;
    return fstatfs(file, &status) == 0 && status.f_type == MSDOS_SUPER_MAGIC;
}

void csystem_begin_sync(int file, long long place, long long count) {
    sync_file_range(file, place, count, SYNC_FILE_RANGE_WRITE);
}

int csystem_memory_file(void) { return memfd_create("kiosk", MFD_CLOEXEC); }

void csystem_keep_memory_private(void) {
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Bytes that this process may write to and shares with nobody, as RLIMIT_DATA counts them; 0 where it is not told. */
static size_t own_bytes(void) {
    FILE *file = fopen("/proc/self/statm", "re");
    unsigned long pages = 0;
    if (file == NULL) return 0;
    if (fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1) pages = 0;
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void limit(rlim_t bytes, unsigned seconds) {
    const struct rlimit data = {bytes, bytes}, time = {seconds, seconds};
    sigset_t alarms;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setrlimit(RLIMIT_DATA, &data);
    setrlimit(RLIMIT_CPU, &time);
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    signal(SIGALRM, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &alarms, NULL);
    alarm(2 * seconds);
}

int csystem_call_apart(void (*work)(void *), void *of, volatile int *done, size_t bytes, unsigned seconds) {
    const size_t own = own_bytes();
    const rlim_t most = own == 0 ? RLIM_INFINITY : own + bytes;
    const pid_t copy = fork();
    if (copy == 0) {
        limit(most, seconds);
        work(of);
        *done = 1;
        _exit(0);
    }
    /* Where whoever started us had the ends of children ignored, no status is kept, and the wait ends with an error. */
    while (copy > 0 && waitpid(copy, NULL, 0) < 0 && errno == EINTR) continue;
    return copy > 0 && *done ? 0 : -1;
}
