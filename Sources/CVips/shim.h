// libvips' operations are variadic, which Swift cannot call: each one that sitegen uses has a
// fixed-arity twin here.
#include <vips/vips.h>

/// Opens a picture's header without decoding its pixels; NULL if no loader takes it.
static inline VipsImage *sitegen_vips_open(const char *path) {
  return vips_image_new_from_file(path, "access", VIPS_ACCESS_SEQUENTIAL, NULL);
}
