#include "CVips.h"
#include "library.h"

#include <string.h>

#define vips sitegen_vips

/// Whether a field of the header says how an animation runs.
static int is_of_animation(const char *field) {
  static const char *names[] = {"page-height", "n-pages", "delay", "loop"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(field, names[i]) == 0) return 1;
  }
  return 0;
}

/// The same picture without what the file said about it, and with the given metadata.
static VipsImage *bare(VipsImage *image, SitegenSaving saving) {
  VipsImage *copy = NULL;
  if (vips.vips_copy(image, &copy, NULL) != 0) return NULL;
  char **fields = vips.vips_image_get_fields(copy);
  for (char **field = fields; field != NULL && *field != NULL; field++) {
    // Those that every picture has cannot be removed, and removing them does nothing.
    if (!is_of_animation(*field)) vips.vips_image_remove(copy, *field);
  }
  vips.g_strfreev(fields);
  if (saving.xmp != NULL) {
    vips.vips_image_set_blob_copy(copy, "xmp-data", saving.xmp, saving.xmp_count);
  }
  return copy;
}

/// Takes a picture over, and lays it on white if it lets anything through.
static VipsImage *on_white(VipsImage *image) {
  if (!vips.vips_image_hasalpha(image)) return image;
  VipsImage *flat = NULL;
  const double white[] = {255, 255, 255};
  int colors = vips.vips_image_get_bands(image) - 1;
  VipsArrayDouble *background = vips.vips_array_double_new(white, colors);
  int status = vips.vips_flatten(image, &flat, "background", background, NULL);
  vips.vips_area_unref(background);
  vips.g_object_unref(image);
  return status == 0 ? flat : NULL;
}

static int save(VipsImage *image, SitegenSaving saving, void **bytes, size_t *count) {
  int strip = saving.xmp == NULL;
  switch (saving.encoding) {
    case SITEGEN_JPEG:
      return vips.vips_jpegsave_buffer(
          image, bytes, count, "Q", saving.quality, "optimize_coding", 1, "interlace", 1, "strip",
          strip, NULL);
    case SITEGEN_PNG:
      return vips.vips_pngsave_buffer(
          image, bytes, count, "compression", saving.effort, "strip", strip, NULL);
    case SITEGEN_WEBP:
      return vips.vips_webpsave_buffer(
          image, bytes, count, "Q", saving.quality, "effort", saving.effort, "smart_subsample", 1,
          "strip", strip, NULL);
    case SITEGEN_AVIF:
      return vips.vips_heifsave_buffer(
          image, bytes, count, "Q", saving.quality, "effort", saving.effort, "compression",
          COMPRESSION_AV1, "bitdepth", 8, "strip", strip, NULL);
  }
  return -1;
}

void *sitegen_picture_save(SitegenPicture *picture, SitegenSaving saving, size_t *count) {
  VipsImage *image = bare((VipsImage *)picture, saving);
  if (image != NULL && saving.encoding == SITEGEN_JPEG) image = on_white(image);
  void *bytes = NULL;
  int status = image != NULL ? save(image, saving, &bytes, count) : -1;
  if (image != NULL) vips.g_object_unref(image);
  if (status != 0) vips.vips_error_clear();
  return status == 0 ? bytes : NULL;
}

void *sitegen_picture_pixels(SitegenPicture *picture, size_t *count) {
  void *pixels = vips.vips_image_write_to_memory((VipsImage *)picture, count);
  if (pixels == NULL) vips.vips_error_clear();
  return pixels;
}

void sitegen_free(void *memory) { vips.g_free(memory); }
