// The part of libvips that sitegen uses, without libvips' variadic calls, which Swift cannot make.
//
// libvips and the hundred libraries behind it take some 25 ms to load, more than a whole rebuild;
// so it is loaded when the first picture is looked at and not before.
//
// Pictures come in as the bytes of their files and go out as bytes. Whatever is called here may be
// called from several threads at once, and works on the calling thread alone.
#ifndef SITEGEN_CVIPS_H
#define SITEGEN_CVIPS_H

#include <stddef.h>

/// Why libvips could not be used; NULL if it can.
const char *sitegen_vips_problem(void);

/// A part of the version: 0 for the major number, 1 for the minor, 2 for the micro.
int sitegen_vips_version(int part);

/// The file that libvips was loaded from; NULL if it was not, or that cannot be told.
const char *sitegen_vips_path(void);

// MARK: Reading

/// A picture that is open, with pixels in memory or still in the bytes that it was opened from.
typedef struct SitegenPicture SitegenPicture;

/// What the header of a file says.
typedef struct {
  int width, height;  // as stored, of one frame
  int frames;
  int bands, bits;  // per pixel, per band
  int orientation;  // 1 to 8, as in EXIF 2.32, tag 0x0112
  int has_alpha;
  int has_profile;
} SitegenPictureHeader;

/// Opens a picture and reads its header; the bytes must outlive it. NULL if no loader takes it.
SitegenPicture *sitegen_picture_open(const void *bytes, size_t count);

/// Whether libvips has a loader for these bytes at all.
int sitegen_picture_has_loader(const void *bytes, size_t count);

void sitegen_picture_close(SitegenPicture *picture);

SitegenPictureHeader sitegen_picture_header(SitegenPicture *picture);

/// A block of metadata, such as "xmp-data"; NULL if there is none. Lives as long as the picture.
const void *sitegen_picture_block(SitegenPicture *picture, const char *name, size_t *count);

/// A text of the metadata, such as "exif-ifd0-Copyright"; NULL if there is none.
const char *sitegen_picture_text(SitegenPicture *picture, const char *name);

/// Decodes a picture at a size, which the decoder makes use of: upright, 8 bits, in sRGB or grey,
/// with all that is left out of the file's header. NULL if the file is damaged or breaks off.
SitegenPicture *sitegen_picture_decode(const void *bytes, size_t count, int width, int height);

/// The same for all frames of an animation, one below the other, each of that size.
SitegenPicture *sitegen_animation_decode(const void *bytes, size_t count, int width, int height);

// MARK: Changing

/// A part of a picture.
SitegenPicture *sitegen_picture_cut(
    SitegenPicture *picture, int left, int top, int width, int height);

/// A picture at another size, whatever its proportions.
SitegenPicture *sitegen_picture_resize(SitegenPicture *picture, int width, int height);

/// A picture of 8-bit samples, band beside band, row after row: grey, or in sRGB if it has 3 bands.
SitegenPicture *sitegen_picture_of_samples(
    const void *samples, int width, int height, int bands);

/// How a text is set.
typedef struct {
  const char *font;       // families, style and size, as Pango reads them
  const char *font_file;  // a file with the font; NULL for those that are installed
  int width;              // after so many pixels a line breaks
} SitegenTextStyle;

/// How much of each pixel a text in Pango's markup covers, cropped to what it covers.
SitegenPicture *sitegen_picture_lettering(const char *markup, SitegenTextStyle style);

// MARK: Writing

typedef enum {
  SITEGEN_JPEG,
  SITEGEN_PNG,
  SITEGEN_WEBP,
  SITEGEN_AVIF,
} SitegenEncoding;

/// How a picture is written.
typedef struct {
  SitegenEncoding encoding;
  int quality;       // 1 to 100
  int effort;        // what the encoder calls so: more takes longer and gives fewer bytes
  const void *xmp;   // the only metadata that is written; NULL for none
  size_t xmp_count;
} SitegenSaving;

/// The bytes of a file with the picture, to be freed with sitegen_free; NULL if there is no encoder.
void *sitegen_picture_save(SitegenPicture *picture, SitegenSaving saving, size_t *count);

/// The pixels, band beside band, row after row, to be freed with sitegen_free.
void *sitegen_picture_pixels(SitegenPicture *picture, size_t *count);

void sitegen_free(void *memory);

#endif
