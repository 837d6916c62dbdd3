// How the libraries are found that are loaded when they are needed first.
#ifndef SITEGEN_OPENING_H
#define SITEGEN_OPENING_H

#include <dlfcn.h>
#include <stddef.h>

// The first of some libraries that is there; NULL if none is.
static inline void *open_first(const char *const names[], size_t count) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < count; i++) library = dlopen(names[i], RTLD_NOW);
  return library;
}

static inline void *open_zlib(void) {
  static const char *const names[] = {"libz.so.1", "libz.1.dylib", "libz.so"};
  return open_first(names, sizeof names / sizeof *names);
}

#endif
