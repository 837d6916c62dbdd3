#include "CParsingMemory.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A stretch of memory from which pieces are cut, one after another.
typedef struct block {
  struct block *previous;
  char *end;
} block;

// What stands before each piece.
typedef struct {
  size_t size;
  size_t padding;
} piece;

enum { alignment = 16, block_size = 256 * 1024 };

static _Thread_local block *current;
static _Thread_local char *next;
static _Thread_local unsigned users;

// The first block stays with its thread, so that the next tree finds it warm; this frees it when
// the thread ends.
static pthread_key_t first_block;
static pthread_once_t first_block_once = PTHREAD_ONCE_INIT;

static void make_key(void) { pthread_key_create(&first_block, free); }

static size_t aligned(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

static char *start_of(block *block) { return (char *)block + aligned(sizeof(*block)); }

static void add_block(size_t needed) {
  size_t size = aligned(sizeof(block)) + (needed > block_size ? needed : block_size);
  block *added = malloc(size);
  if (added == NULL) abort();  // cmark does the same.
  added->previous = current;
  added->end = (char *)added + size;
  current = added;
  next = start_of(added);
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  size_t needed = sizeof(piece) + aligned(size);
  if (current == NULL || (size_t)(current->end - next) < needed) add_block(needed);
  piece *taken = (piece *)next;
  taken->size = size;
  next += needed;
  return taken + 1;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *resize(void *old, size_t size) {
  if (old == NULL) return take(size);
  piece *taken = (piece *)old - 1;
  if (size <= taken->size) return old;
  // What was taken last can grow where it is.
  int is_last = (char *)old + aligned(taken->size) == next;
  if (is_last && size < SIZE_MAX / 2 && aligned(size) <= (size_t)(current->end - (char *)old)) {
    taken->size = size;
    next = (char *)old + aligned(size);
    return old;
  }
  return memcpy(take(size), old, taken->size);
}

static void keep(void *piece) { (void)piece; }

static cmark_mem memory = {take_zeroed, resize, keep};

void parsing_memory_begin(void) {
  if (users++ > 0 || current != NULL) return;
  pthread_once(&first_block_once, make_key);
  add_block(block_size);
  pthread_setspecific(first_block, current);
}

cmark_parser *parsing_memory_parser(int options) {
  return cmark_parser_new_with_mem(options, &memory);
}

void parsing_memory_end(void) {
  if (--users > 0) return;
  while (current->previous != NULL) {
    block *last = current;
    current = last->previous;
    free(last);
  }
  next = start_of(current);
}
