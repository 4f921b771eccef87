/* SQLite's settings that Swift cannot call, because their arguments vary. */
#ifndef CSQLITE_H
#define CSQLITE_H

/* Makes a connection (a sqlite3 *) one for files that somebody else may have made: no views or triggers, no
   functions in a schema, no writing to its tables, bounds on lengths. Every few thousand steps of a
   statement `is_stopped` is asked, and ends it with SQLITE_INTERRUPT. 0, or SQLite's error. */
int csqlite_harden(void *connection, int (*is_stopped)(void));

#endif
