#include "CVips.h"
#include "library.h"

#define vips sitegen_vips

static SitegenPicture *failed(void) {
  vips.vips_error_clear();
  return NULL;
}

static VipsImage *image(SitegenPicture *picture) { return (VipsImage *)picture; }

SitegenPicture *sitegen_picture_open(const void *bytes, size_t count) {
  if (sitegen_vips_problem() != NULL) return NULL;
  VipsImage *image = vips.vips_image_new_from_buffer(bytes, count, "", NULL);
  return image != NULL ? (SitegenPicture *)image : failed();
}

int sitegen_picture_has_loader(const void *bytes, size_t count) {
  if (sitegen_vips_problem() != NULL) return 0;
  int has_loader = vips.vips_foreign_find_load_buffer(bytes, count) != NULL;
  vips.vips_error_clear();
  return has_loader;
}

void sitegen_picture_close(SitegenPicture *picture) { vips.g_object_unref(picture); }

static int bits(int format) {
  switch (format) {
    case FORMAT_UCHAR: return 8;
    case FORMAT_USHORT: return 16;
    default: return 32;
  }
}

SitegenPictureHeader sitegen_picture_header(SitegenPicture *picture) {
  VipsImage *opened = image(picture);
  return (SitegenPictureHeader){
      .width = vips.vips_image_get_width(opened),
      .height = vips.vips_image_get_height(opened),
      .frames = vips.vips_image_get_n_pages(opened),
      .bands = vips.vips_image_get_bands(opened),
      .bits = bits(vips.vips_image_get_format(opened)),
      .orientation = vips.vips_image_get_orientation(opened),
      .has_alpha = vips.vips_image_hasalpha(opened),
      .has_profile = vips.vips_image_get_typeof(opened, "icc-profile-data") != 0,
  };
}

const void *sitegen_picture_block(SitegenPicture *picture, const char *name, size_t *count) {
  const void *bytes = NULL;
  *count = 0;
  if (vips.vips_image_get_typeof(image(picture), name) == 0) return NULL;
  if (vips.vips_image_get_blob(image(picture), name, &bytes, count) != 0) return failed();
  return bytes;
}

const char *sitegen_picture_text(SitegenPicture *picture, const char *name) {
  const char *text = NULL;
  if (vips.vips_image_get_typeof(image(picture), name) == 0) return NULL;
  if (vips.vips_image_get_string(image(picture), name, &text) != 0) vips.vips_error_clear();
  return text;
}

/// Takes a picture over, and gives it back with 8 bits in sRGB or grey, and in memory.
static SitegenPicture *settled(VipsImage *image) {
  int interpretation = vips.vips_image_get_interpretation(image);
  if (interpretation != INTERPRETATION_SRGB && interpretation != INTERPRETATION_GREY) {
    VipsImage *converted = NULL;
    int wanted =
        interpretation == INTERPRETATION_GREY16 ? INTERPRETATION_GREY : INTERPRETATION_SRGB;
    int status = vips.vips_colourspace(image, &converted, wanted, NULL);
    vips.g_object_unref(image);
    if (status != 0) return failed();
    image = converted;
  }
  if (vips.vips_image_get_format(image) != FORMAT_UCHAR) {
    VipsImage *cast = NULL;
    int status = vips.vips_cast(image, &cast, FORMAT_UCHAR, NULL);
    vips.g_object_unref(image);
    if (status != 0) return failed();
    image = cast;
  }
  VipsImage *pixels = vips.vips_image_copy_memory(image);
  vips.g_object_unref(image);
  return pixels != NULL ? (SitegenPicture *)pixels : failed();
}

/// Whether the colors of a file have to be brought to sRGB: those that say what they are, and inks.
///
/// All others are sRGB already, and libvips, when asked to export them, would shift them a little.
static int is_managed(const void *bytes, size_t count) {
  VipsImage *image = vips.vips_image_new_from_buffer(bytes, count, "", NULL);
  if (image == NULL) {
    vips.vips_error_clear();
    return 0;
  }
  int is_managed = vips.vips_image_get_typeof(image, "icc-profile-data") != 0 ||
                   vips.vips_image_get_interpretation(image) == INTERPRETATION_CMYK;
  vips.g_object_unref(image);
  return is_managed;
}

/// Runs libvips' thumbnail operation; all loaders take the options.
static SitegenPicture *thumbnail(
    const void *bytes, size_t count, int width, int height, const char *options) {
  VipsImage *image = NULL;
  // libvips reads from the buffer only, though the parameter is not declared so. The loader is told
  // through its options to fail: libvips 8.14 does not pass on what this operation is told.
  int status =
      is_managed(bytes, count)
          ? vips.vips_thumbnail_buffer(
                (void *)bytes, count, &image, width, "height", height, "size", SIZE_FORCE,
                "option_string", options, "export_profile", "srgb", NULL)
          : vips.vips_thumbnail_buffer(
                (void *)bytes, count, &image, width, "height", height, "size", SIZE_FORCE,
                "option_string", options, NULL);
  return status == 0 ? settled(image) : failed();
}

SitegenPicture *sitegen_picture_decode(const void *bytes, size_t count, int width, int height) {
  if (sitegen_vips_problem() != NULL) return NULL;
  return thumbnail(bytes, count, width, height, "fail_on=error");
}

SitegenPicture *sitegen_animation_decode(
    const void *bytes, size_t count, int width, int height) {
  if (sitegen_vips_problem() != NULL) return NULL;
  return thumbnail(bytes, count, width, height, "n=-1,fail_on=error");
}
