#include "CVips.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

typedef struct VipsImage VipsImage;

static struct {
  int (*init)(const char *);
  VipsImage *(*open)(const char *, ...);
  int (*width)(const VipsImage *);
  int (*height)(const VipsImage *);
  int (*orientation)(VipsImage *);
  void (*unref)(void *);
  void (*clear_errors)(void);
} vips;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem = NULL;

static void load(void) {
  static const char *names[] = {"libvips.so.42", "libvips.42.dylib", "libvips.so"};
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_GLOBAL);
  }
  if (library == NULL) {
    problem = "libvips is not installed (Debian: libvips42, Homebrew: vips)";
    return;
  }
  vips.init = (int (*)(const char *))dlsym(library, "vips_init");
  vips.open = (VipsImage * (*)(const char *, ...)) dlsym(library, "vips_image_new_from_file");
  vips.width = (int (*)(const VipsImage *))dlsym(library, "vips_image_get_width");
  vips.height = (int (*)(const VipsImage *))dlsym(library, "vips_image_get_height");
  vips.orientation = (int (*)(VipsImage *))dlsym(library, "vips_image_get_orientation");
  vips.unref = (void (*)(void *))dlsym(library, "g_object_unref");
  vips.clear_errors = (void (*)(void))dlsym(library, "vips_error_clear");
  if (!vips.init || !vips.open || !vips.width || !vips.height || !vips.orientation ||
      !vips.unref || !vips.clear_errors || vips.init("sitegen") != 0) {
    problem = "the installed libvips is too old or damaged (8.10 or later is needed)";
  }
}

const char *sitegen_vips_problem(void) {
  pthread_once(&once, load);
  return problem;
}

int sitegen_vips_size(const char *path, int *width, int *height) {
  if (sitegen_vips_problem() != NULL) return -1;
  VipsImage *image = vips.open(path, NULL);
  if (image == NULL) {
    vips.clear_errors();
    return -1;
  }
  // Orientations 5 to 8 lie on their side (EXIF 2.32, tag 0x0112).
  int is_on_its_side = vips.orientation(image) >= 5;
  *width = is_on_its_side ? vips.height(image) : vips.width(image);
  *height = is_on_its_side ? vips.width(image) : vips.height(image);
  vips.unref(image);
  return 0;
}
