// toml++ behind one function that lists keys, values and positions. It exists because toml++ is
// C++ and because no Swift TOML package gives every value its line and column.
#ifndef CTOML_H
#define CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ctoml_kind {
    CTOML_STRING, CTOML_INTEGER, CTOML_FLOAT, CTOML_BOOLEAN, CTOML_TABLE, CTOML_ARRAY, CTOML_OTHER
};

// One key. path: `table.key`, elements of arrays as `rule[0].name`; a zero may be
// in it. text: the string's UTF-8
// bytes (CTOML_STRING only). line and column count from 1. All memory is lent for the call.
typedef struct {
    const char *path;
    size_t path_length;
    enum ctoml_kind kind;
    const char *text;
    size_t text_length;
    int64_t integer;
    double number;
    uint32_t line, column;
} ctoml_entry;

typedef void (*ctoml_visit)(void *context, const ctoml_entry *entry);

// Visits every key of the document in the order of its keys. Returns 0; or 1 for a syntax error,
// whose sentence and position then stand in the last three arguments.
int ctoml_parse(
    const char *document, size_t length, ctoml_visit visit, void *context, char *message,
    size_t message_size, uint32_t *line, uint32_t *column);

#ifdef __cplusplus
}
#endif
#endif
