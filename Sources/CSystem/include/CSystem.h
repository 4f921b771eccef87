/* System calls that Swift's module of the C library leaves out. */
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

/* Renames inside a folder, and replaces nothing. 0, or the errno: EINVAL where the file system cannot. */
int csystem_rename_new(int folder, const char *from, const char *to);

/* A new file of this user's alone in a folder, without a name: it goes with the process, however that ends. Its
   descriptor, or -1 and errno where the file system knows no such files. */
int csystem_open_unnamed(int folder);

/* Gives such a file a name in a folder, and replaces nothing. 0, or the errno. */
int csystem_link_unnamed(int file, int folder, const char *to);

/* Whether an open file lies on a FAT file system of the kernel's. */
int csystem_is_fat(int file);

/* Has the system begin to write so many bytes of a file from a place on to the disk, and waits for nothing. */
void csystem_begin_sync(int file, long long place, long long count);

/* A new file in memory alone. Its descriptor, or -1 and errno. */
int csystem_memory_file(void);

/* Lets nobody read this process's memory: no core file, no attaching by other processes of the user. */
void csystem_keep_memory_private(void);

/* Calls work in a copy of this process that may take so many bytes more than this one has, and so many seconds; waits for
   it. Of what it writes only shared mappings are seen here; done, which is 0, has to be in one. 0 where it returned; -1
   where it was ended before, or there was no copy to be had. The work must not take a lock that another thread of this
   process may hold. */
int csystem_call_apart(void (*work)(void *), void *of, volatile int *done, size_t bytes, unsigned seconds);

#endif
