#include "CVips.h"
#include "library.h"

#define vips sitegen_vips

static VipsImage *image(SitegenPicture *picture) { return (VipsImage *)picture; }

static SitegenPicture *result(int status, VipsImage *image) {
  if (status == 0) return (SitegenPicture *)image;
  vips.vips_error_clear();
  return NULL;
}

SitegenPicture *sitegen_picture_cut(
    SitegenPicture *picture, int left, int top, int width, int height) {
  VipsImage *cut = NULL;
  int status = vips.vips_extract_area(image(picture), &cut, left, top, width, height, NULL);
  return result(status, cut);
}

SitegenPicture *sitegen_picture_resize(SitegenPicture *picture, int width, int height) {
  VipsImage *resized = NULL;
  int status = vips.vips_thumbnail_image(
      image(picture), &resized, width, "height", height, "size", SIZE_FORCE, NULL);
  if (status != 0) return result(status, NULL);
  // It is written in several formats, and is to be computed once.
  VipsImage *pixels = vips.vips_image_copy_memory(resized);
  vips.g_object_unref(resized);
  return result(pixels != NULL ? 0 : -1, pixels);
}

SitegenPicture *sitegen_picture_of_samples(
    const void *samples, int width, int height, int bands) {
  if (sitegen_vips_problem() != NULL) return NULL;
  size_t count = (size_t)width * (size_t)height * (size_t)bands;
  VipsImage *plain =
      vips.vips_image_new_from_memory_copy(samples, count, width, height, bands, FORMAT_UCHAR);
  if (plain == NULL) return result(-1, NULL);
  VipsImage *picture = NULL;
  int interpretation = bands == 1 ? INTERPRETATION_GREY : INTERPRETATION_SRGB;
  int status = vips.vips_copy(plain, &picture, "interpretation", interpretation, NULL);
  vips.g_object_unref(plain);
  return result(status, picture);
}

SitegenPicture *sitegen_picture_lettering(const char *markup, SitegenTextStyle style) {
  if (sitegen_vips_problem() != NULL) return NULL;
  VipsImage *mask = NULL;
  int status =
      style.font_file != NULL
          ? vips.vips_text(
                &mask, markup, "font", style.font, "width", style.width, "wrap",
                WRAP_WORD_OR_CHARACTER, "fontfile", style.font_file, NULL)
          : vips.vips_text(
                &mask, markup, "font", style.font, "width", style.width, "wrap",
                WRAP_WORD_OR_CHARACTER, NULL);
  return result(status, mask);
}
