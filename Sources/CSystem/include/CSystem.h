/* System calls that Swift's module of the C library leaves out. */
#ifndef CSYSTEM_H
#define CSYSTEM_H

/* Renames inside a folder, and replaces nothing. 0, or the errno: EINVAL where the file system cannot. */
int csystem_rename_new(int folder, const char *from, const char *to);

/* A new file of this user's alone in a folder, without a name: it goes with the process, however that ends. Its
   descriptor, or -1 and errno where the file system knows no such files. */
int csystem_open_unnamed(int folder);

/* Gives such a file a name in a folder, and replaces nothing. 0, or the errno. */
int csystem_link_unnamed(int file, int folder, const char *to);

/* Lets nobody read this process's memory: no core file, no attaching by other processes of the user. */
void csystem_keep_memory_private(void);

#endif
