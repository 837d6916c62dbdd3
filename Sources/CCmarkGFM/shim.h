// Lets Swift see libcmark-gfm and its core extensions (tables, strikethrough, autolinks, task lists).
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// The length of one of the library's strings; Swift's own strlen needs another module on each system.
static inline size_t text_length(const char *text) { return __builtin_strlen(text); }
