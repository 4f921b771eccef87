#include "CSQLite.h"

#include <sqlite3.h>

enum {
    /* The longest value or row: an original of 4K without compression has 25 million bytes. */
    longest = 64 << 20,
    /* The longest statement: the longest of ours has two thousand. */
    longest_statement = 32 << 10,
    /* Between two questions. */
    steps = 4096,
};

static int ask(void *is_stopped) { return ((int (*)(void))is_stopped)(); }

static void set_limits(sqlite3 *connection) {
    static const struct { int limit, most; } limits[] = {
        {SQLITE_LIMIT_LENGTH, longest},
        {SQLITE_LIMIT_SQL_LENGTH, longest_statement},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 50},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    };
    for (unsigned index = 0; index < sizeof limits / sizeof *limits; index++)
        sqlite3_limit(connection, limits[index].limit, limits[index].most);
}

int csqlite_harden(void *connection, int (*is_stopped)(void)) {
    static const struct { int setting, value; } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    };
    for (unsigned index = 0; index < sizeof settings / sizeof *settings; index++) {
        int result = sqlite3_db_config(connection, settings[index].setting,
                                       settings[index].value, (int *)0);
        if (result != SQLITE_OK) return result;
    }
    sqlite3_progress_handler(connection, steps, ask, (void *)is_stopped);
    set_limits(connection);
    return SQLITE_OK;
}
