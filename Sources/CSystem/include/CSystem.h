/* System calls that Swift's module of the C library leaves out. */
#ifndef CSYSTEM_H
#define CSYSTEM_H

/* Renames inside a folder, and replaces nothing. 0, or the errno: EINVAL where the file system cannot. */
int csystem_rename_new(int folder, const char *from, const char *to);

/* Lets nobody read this process's memory: no core file, no attaching by other processes of the user. */
void csystem_keep_memory_private(void);

#endif
