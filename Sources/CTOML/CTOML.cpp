#include "CTOML.h"

#include <cstdio>
#include <string>

// What the library asserts does not hold in a document that is wrong, `[!]`, and where assertions are off it has the
// compiler rely on it all the same. With one that does nothing it finds such errors itself.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)

// Its table of white space says of letters like e with an accent or the Chinese full stop that none of them can be
// asked about. They are no white space.
#include <toml++/impl/forward_declarations.h>
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE return {}
#include <toml++/impl/unicode.h>
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE __builtin_unreachable()

#include <toml++/toml.h>

namespace {

struct Walk {
    ctoml_visit visit;
    void *context;

    void entry(const std::string &path, const toml::node &node) const {
        ctoml_entry found = {};
        found.path = path.data();
        found.path_length = path.size();
        found.kind = CTOML_OTHER;
        found.line = node.source().begin.line;
        found.column = node.source().begin.column;
        if (const auto *text = node.as_string()) {
            found.kind = CTOML_STRING;
            found.text = (*text)->data();
            found.text_length = (*text)->size();
        } else if (const auto *integer = node.as_integer()) {
            found.kind = CTOML_INTEGER;
            found.integer = integer->get();
            found.number = static_cast<double>(integer->get());
        } else if (const auto *number = node.as_floating_point()) {
            found.kind = CTOML_FLOAT;
            found.number = number->get();
        } else if (const auto *boolean = node.as_boolean()) {
            found.kind = CTOML_BOOLEAN;
            found.integer = boolean->get();
        } else if (node.is_table()) {
            found.kind = CTOML_TABLE;
        } else if (node.is_array()) {
            found.kind = CTOML_ARRAY;
        }
        visit(context, &found);
        children(path, node);
    }

    void children(const std::string &path, const toml::node &node) const {
        if (const auto *table = node.as_table()) {
            for (const auto &[key, value] : *table)
                entry(path.empty() ? std::string(key.str()) : path + "." + std::string(key.str()),
                      value);
        } else if (const auto *array = node.as_array()) {
            size_t index = 0;
            for (const auto &value : *array)
                entry(path + "[" + std::to_string(index++) + "]", value);
        }
    }
};

}  // namespace

int ctoml_parse(
    const char *document, size_t length, ctoml_visit visit, void *context, char *message,
    size_t message_size, uint32_t *line, uint32_t *column) {
    const auto result = toml::parse(std::string_view(document, length));
    if (!result) {
        const auto &error = result.error();
        std::snprintf(message, message_size, "%.*s",
                      static_cast<int>(error.description().size()), error.description().data());
        *line = error.source().begin.line;
        *column = error.source().begin.column;
        return 1;
    }
    Walk{visit, context}.children("", result.table());
    return 0;
}
