#include "CCompression.h"
#include "opening.h"

#include <pthread.h>
#include <string.h>

// What zlib.h calls z_stream, with its fields in the same order.
typedef struct {
  const uint8_t *next_in;
  unsigned avail_in;
  unsigned long total_in;
  uint8_t *next_out;
  unsigned avail_out;
  unsigned long total_out;
  const char *message;
  void *state;
  void *allocate, *release, *opaque;
  int data_type;
  unsigned long adler, reserved;
} zlib_stream;

static struct {
  int (*begin)(zlib_stream *, int, const char *, int);
  int (*inflate)(zlib_stream *, int);
  int (*end)(zlib_stream *);
  int (*brotli)(size_t, const uint8_t *, size_t *, uint8_t *);
} functions;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem = NULL;

static void load(void) {
  static const char *const brotli_names[] = {
      "libbrotlidec.so.1", "libbrotlidec.1.dylib", "libbrotlidec.so"};
  void *zlib = open_zlib();
  void *brotli = open_first(brotli_names, sizeof brotli_names / sizeof *brotli_names);
  if (zlib == NULL) {
    problem = "zlib is not installed (Debian: zlib1g)";
    return;
  }
  if (brotli == NULL) {
    problem = "the brotli decoder is not installed (Debian: libbrotli1, Homebrew: brotli)";
    return;
  }
  functions.begin =
      (int (*)(zlib_stream *, int, const char *, int))dlsym(zlib, "inflateInit2_");
  functions.inflate = (int (*)(zlib_stream *, int))dlsym(zlib, "inflate");
  functions.end = (int (*)(zlib_stream *))dlsym(zlib, "inflateEnd");
  functions.brotli = (int (*)(size_t, const uint8_t *, size_t *, uint8_t *))dlsym(
      brotli, "BrotliDecoderDecompress");
  if (!functions.begin || !functions.inflate || !functions.end || !functions.brotli) {
    problem = "the installed zlib or brotli decoder is damaged";
  }
}

const char *sitegen_decompression_problem(void) {
  pthread_once(&once, load);
  return problem;
}

size_t sitegen_gunzip(const uint8_t *file, size_t count, uint8_t *result, size_t room) {
  if (sitegen_decompression_problem() != NULL || count > UINT32_MAX || room > UINT32_MAX) return 0;
  zlib_stream stream;
  memset(&stream, 0, sizeof stream);
  stream.next_in = file;
  stream.avail_in = (unsigned)count;
  stream.next_out = result;
  stream.avail_out = (unsigned)room;
  const int window_of_gzip = 15 + 16, finish = 4, stream_end = 1;
  if (functions.begin(&stream, window_of_gzip, "1", (int)sizeof stream) != 0) return 0;
  int status = functions.inflate(&stream, finish);
  functions.end(&stream);
  return status == stream_end ? (size_t)stream.total_out : 0;
}

size_t sitegen_unbrotli(const uint8_t *file, size_t count, uint8_t *result, size_t room) {
  if (sitegen_decompression_problem() != NULL) return 0;
  size_t length = room;
  return functions.brotli(count, file, &length, result) == 1 ? length : 0;
}
