#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // For dladdr.
#endif
#include "library.h"

#include "CVips.h"

#include <dlfcn.h>
#include <pthread.h>

struct sitegen_vips sitegen_vips;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem = NULL;

/// What is wrong with a picture, sitegen says itself; libvips' own warnings would stand between.
static void say_nothing(const char *domain, int level, const char *message, void *data) {
  (void)domain, (void)level, (void)message, (void)data;
}

static int find_functions(void *library) {
  int missing = 0;
#define SITEGEN_FIND(result, name, parameters)                              \
  sitegen_vips.name = (result(*) parameters)(dlsym(library, #name));        \
  missing |= sitegen_vips.name == NULL;
  SITEGEN_VIPS_FUNCTIONS(SITEGEN_FIND)
#undef SITEGEN_FIND
  return !missing;
}

static void load(void) {
  static const char *names[] = {"libvips.so.42", "libvips.42.dylib", "libvips.so"};
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  }
  if (library == NULL) {
    problem = "libvips is not installed (Debian: libvips42, Homebrew: vips)";
    return;
  }
  if (!find_functions(library) || sitegen_vips.vips_init("sitegen") != 0 ||
      sitegen_vips.vips_version(0) * 100 + sitegen_vips.vips_version(1) < 814) {
    problem = "the installed libvips is too old or damaged (8.14 or later is needed)";
    return;
  }
  // libvips would remember what it read from a file, even after the file has changed.
  sitegen_vips.vips_cache_set_max(0);
  // Several pictures are worked on at once, so one needs no threads of its own.
  sitegen_vips.vips_concurrency_set(1);
  // Orc, which libvips compiles its loops with while it runs, was seen to crash where several
  // pictures were worked on at once.
  sitegen_vips.vips_vector_set_enabled(0);
  // Only decoders that are hardened against hostile files may be chosen. SVG counts as untrusted,
  // but what comes here has passed the sanitizer, and librsvg is written in Rust.
  sitegen_vips.vips_block_untrusted_set(1);
  sitegen_vips.vips_operation_block_set("VipsForeignLoadSvg", 0);
  const int every_level = ~3;
  sitegen_vips.g_log_set_handler("VIPS", every_level, (void *)say_nothing, NULL);
}

const char *sitegen_vips_problem(void) {
  pthread_once(&once, load);
  return problem;
}

int sitegen_vips_version(int part) {
  return sitegen_vips_problem() == NULL ? sitegen_vips.vips_version(part) : 0;
}

const char *sitegen_vips_path(void) {
  Dl_info info;
  if (sitegen_vips_problem() != NULL) return NULL;
  return dladdr((void *)sitegen_vips.vips_version, &info) != 0 ? info.dli_fname : NULL;
}
