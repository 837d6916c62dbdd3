// Lets one call of the system fail, to see what a build makes of it. Loaded before the C library:
//
//   FAIL_CALL=renameat FAIL_AT=17 FAIL_CODE=28 LD_PRELOAD=failing-calls.so sitegen build
//
// The call with that number fails, and with FAIL_ALWAYS=1 every one after it, as on a full disk.
// Only calls that change files count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;

static int fails(const char *call) {
  const char *wanted = getenv("FAIL_CALL");
  if (!wanted || strcmp(wanted, call) != 0) return 0;
  int number = atomic_fetch_add(&calls, 1) + 1;
  int at = atoi(getenv("FAIL_AT"));
  if (number < at || (number > at && !getenv("FAIL_ALWAYS"))) return 0;
  errno = atoi(getenv("FAIL_CODE"));
  return 1;
}

static int is_file(int descriptor) {
  struct stat info;
  return fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENING(name)                                                   \
  int name(const char *path, int flags, ...) {                          \
    va_list rest;                                                       \
    va_start(rest, flags);                                              \
    int mode = va_arg(rest, int);                                       \
    va_end(rest);                                                       \
    if ((flags & O_CREAT) && fails("open")) return -1;                  \
    return REAL(name)(path, flags, mode);                               \
  }

#define OPENING_AT(name)                                                \
  int name(int folder, const char *path, int flags, ...) {              \
    va_list rest;                                                       \
    va_start(rest, flags);                                              \
    int mode = va_arg(rest, int);                                       \
    va_end(rest);                                                       \
    if ((flags & O_CREAT) && fails("openat")) return -1;                \
    return REAL(name)(folder, path, flags, mode);                       \
  }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (is_file(descriptor) && fails("write")) {
    // A disk that fills up takes the first part.
    int code = errno;
    if (count > 1) REAL(write)(descriptor, bytes, count / 2);
    errno = code;
    return -1;
  }
  return REAL(write)(descriptor, bytes, count);
}

int close(int descriptor) {
  int counts = is_file(descriptor) && (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY;
  int failed = counts && fails("close");
  int code = errno;
  int result = REAL(close)(descriptor);
  if (failed) errno = code;
  return failed ? -1 : result;
}

int mkdirat(int folder, const char *path, mode_t mode) {
  return fails("mkdirat") ? -1 : REAL(mkdirat)(folder, path, mode);
}

int renameat(int from, const char *path, int to, const char *place) {
  return fails("renameat") ? -1 : REAL(renameat)(from, path, to, place);
}

int rename(const char *path, const char *place) {
  return fails("rename") ? -1 : REAL(rename)(path, place);
}

int unlinkat(int folder, const char *path, int flags) {
  return fails("unlinkat") ? -1 : REAL(unlinkat)(folder, path, flags);
}
