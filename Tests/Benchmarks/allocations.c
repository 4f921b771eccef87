/* Counts what a program allocates in large pieces: preloaded, it adds to a number in the file that
 * KIOSK_ALLOCATIONS names, which whoever measures reads while the program works. A piece is large
 * from 32 kB on: a picture of 1280x720 has 900 kB, its smallest reduction 60. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static const size_t large = 32 << 10;
static uint64_t nowhere, *count = &nowhere;

__attribute__((constructor)) static void open_count(void)
{
	const char *path = getenv("KIOSK_ALLOCATIONS");
	int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
	void *shared = file < 0 ? MAP_FAILED : mmap(0, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (file >= 0)
		close(file);
	if (shared != MAP_FAILED)
		count = shared;
}

static void note(size_t size)
{
	if (size >= large)
		__atomic_add_fetch(count, 1, __ATOMIC_RELAXED);
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size)
{
	note(size);
	return __libc_malloc(size);
}
void *calloc(size_t pieces, size_t size)
{
	note(size && pieces > SIZE_MAX / size ? SIZE_MAX : pieces * size);
	return __libc_calloc(pieces, size);
}
void *realloc(void *old, size_t size)
{
	note(size);
	return __libc_realloc(old, size);
}
void *aligned_alloc(size_t alignment, size_t size)
{
	note(size);
	return __libc_memalign(alignment, size);
}
int posix_memalign(void **out, size_t alignment, size_t size)
{
	note(size);
	*out = __libc_memalign(alignment, size);
	return *out ? 0 : 12;
}
