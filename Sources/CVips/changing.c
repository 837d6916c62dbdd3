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

SitegenPicture *sitegen_picture_plain(int width, int height, const double color[3]) {
  if (sitegen_vips_problem() != NULL) return NULL;
  VipsImage *black = NULL;
  if (vips.vips_black(&black, width, height, "bands", 3, NULL) != 0) return result(-1, NULL);
  VipsImage *grey = NULL;
  int status = vips.vips_copy(black, &grey, "interpretation", INTERPRETATION_SRGB, NULL);
  vips.g_object_unref(black);
  if (status != 0) return result(status, NULL);
  VipsImage *plain = vips.vips_image_new_from_image(grey, color, 3);
  vips.g_object_unref(grey);
  return result(plain != NULL ? 0 : -1, plain);
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

SitegenPicture *sitegen_picture_paint(
    SitegenPicture *picture, SitegenPicture *lettering, int left, int top, const double color[3]) {
  VipsImage *below = image(picture), *mask = NULL, *painted = NULL;
  int width = vips.vips_image_get_width(below), height = vips.vips_image_get_height(below);
  if (vips.vips_embed(image(lettering), &mask, left, top, width, height, NULL) != 0) {
    return result(-1, NULL);
  }
  VipsImage *paint = vips.vips_image_new_from_image(below, color, 3);
  int status = paint == NULL
                   ? -1
                   : vips.vips_ifthenelse(mask, paint, below, &painted, "blend", 1, NULL);
  if (paint != NULL) vips.g_object_unref(paint);
  vips.g_object_unref(mask);
  return result(status, painted);
}
