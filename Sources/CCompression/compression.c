#include "CCompression.h"
#include "opening.h"

#include <pthread.h>
#include <string.h>

static struct {
  int (*compress)(uint8_t *, unsigned long *, const uint8_t *, unsigned long, int);
  unsigned long (*checksum)(unsigned long, const uint8_t *, unsigned);
  int (*brotli)(int, int, int, size_t, const uint8_t *, size_t *, uint8_t *);
} functions;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem = NULL;

static void load(void) {
  static const char *const brotli_names[] = {
      "libbrotlienc.so.1", "libbrotlienc.1.dylib", "libbrotlienc.so"};
  void *zlib = open_zlib();
  void *brotli = open_first(brotli_names, sizeof brotli_names / sizeof *brotli_names);
  if (zlib == NULL) {
    problem = "zlib is not installed (Debian: zlib1g)";
    return;
  }
  if (brotli == NULL) {
    problem = "the brotli encoder is not installed (Debian: libbrotli1, Homebrew: brotli)";
    return;
  }
  functions.compress =
      (int (*)(uint8_t *, unsigned long *, const uint8_t *, unsigned long, int))dlsym(
          zlib, "compress2");
  functions.checksum =
      (unsigned long (*)(unsigned long, const uint8_t *, unsigned))dlsym(zlib, "crc32");
  functions.brotli = (int (*)(int, int, int, size_t, const uint8_t *, size_t *, uint8_t *))dlsym(
      brotli, "BrotliEncoderCompress");
  if (!functions.compress || !functions.checksum || !functions.brotli) {
    problem = "the installed zlib or brotli encoder is damaged";
  }
}

const char *sitegen_compression_problem(void) {
  pthread_once(&once, load);
  return problem;
}

size_t sitegen_compression_room(size_t count) { return count + count / 100 + 1024; }

static void put(uint8_t *place, uint32_t number) {
  for (int i = 0; i < 4; i++) place[i] = (uint8_t)(number >> 8 * i);
}

// What `compress2` writes is a deflated text with two bytes before it and a checksum of four behind;
// a gzip file has ten bytes before the same and eight behind.
size_t sitegen_gzip(const uint8_t *text, size_t count, uint8_t *result, size_t room) {
  static const uint8_t head[10] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255};
  if (sitegen_compression_problem() != NULL || room < 32 || count > UINT32_MAX) return 0;
  unsigned long length = room - 16;
  if (functions.compress(result + 8, &length, text, count, 9) != 0 || length < 6) return 0;
  memcpy(result, head, sizeof head);
  uint8_t *end = result + 8 + length - 4;
  put(end, (uint32_t)functions.checksum(0, text, (unsigned)count));
  put(end + 4, (uint32_t)count);
  return (size_t)(end + 8 - result);
}

size_t sitegen_brotli(const uint8_t *text, size_t count, uint8_t *result, size_t room,
                      int quality) {
  if (sitegen_compression_problem() != NULL) return 0;
  size_t length = room;
  const int window = 22, is_text = 1;
  return functions.brotli(quality, window, is_text, count, text, &length, result) ? length : 0;
}
