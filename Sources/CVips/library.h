// libvips as loaded: its functions, with the variadic ones under their true types.
#ifndef SITEGEN_LIBRARY_H
#define SITEGEN_LIBRARY_H

#include <stddef.h>

typedef struct VipsImage VipsImage;
typedef struct VipsArrayDouble VipsArrayDouble;

// The values of libvips' enumerations that are passed below; they are part of its binary interface.
enum { FORMAT_UCHAR = 0, FORMAT_USHORT = 2, FORMAT_FLOAT = 6 };
enum { INTERPRETATION_GREY = 1, INTERPRETATION_CMYK = 15, INTERPRETATION_SRGB = 22, INTERPRETATION_GREY16 = 26 };
enum { SIZE_FORCE = 3, COMPRESSION_AV1 = 4, WRAP_WORD_OR_CHARACTER = 2 };

/// Every function by its name in libvips: RESULT, name, (parameters).
#define SITEGEN_VIPS_FUNCTIONS(X)                                                                  \
  X(int, vips_init, (const char *))                                                                \
  X(int, vips_version, (int))                                                                      \
  X(void, vips_cache_set_max, (int))                                                               \
  X(void, vips_concurrency_set, (int))                                                             \
  X(void, vips_vector_set_enabled, (int))                                                          \
  X(void, vips_block_untrusted_set, (int))                                                         \
  X(void, vips_operation_block_set, (const char *, int))                                           \
  X(void, vips_error_clear, (void))                                                                \
  X(void, g_object_unref, (void *))                                                                \
  X(void, g_free, (void *))                                                                        \
  X(void, g_strfreev, (char **))                                                                   \
  X(unsigned, g_log_set_handler, (const char *, int, void *, void *))                              \
  X(VipsImage *, vips_image_new_from_buffer, (const void *, size_t, const char *, ...))            \
  X(const char *, vips_foreign_find_load_buffer, (const void *, size_t))                           \
  X(int, vips_image_get_width, (const VipsImage *))                                                \
  X(int, vips_image_get_height, (const VipsImage *))                                               \
  X(int, vips_image_get_bands, (const VipsImage *))                                                \
  X(int, vips_image_get_format, (const VipsImage *))                                               \
  X(int, vips_image_get_interpretation, (const VipsImage *))                                       \
  X(int, vips_image_get_orientation, (VipsImage *))                                                \
  X(int, vips_image_get_n_pages, (VipsImage *))                                                    \
  X(int, vips_image_hasalpha, (VipsImage *))                                                       \
  X(size_t, vips_image_get_typeof, (const VipsImage *, const char *))                              \
  X(int, vips_image_get_blob, (const VipsImage *, const char *, const void **, size_t *))          \
  X(int, vips_image_get_string, (const VipsImage *, const char *, const char **))                  \
  X(void, vips_image_set_blob_copy, (VipsImage *, const char *, const void *, size_t))             \
  X(int, vips_image_remove, (VipsImage *, const char *))                                           \
  X(char **, vips_image_get_fields, (VipsImage *))                                                 \
  X(VipsImage *, vips_image_copy_memory, (VipsImage *))                                            \
  X(VipsImage *, vips_image_new_from_memory_copy, (const void *, size_t, int, int, int, int))      \
  X(void *, vips_image_write_to_memory, (VipsImage *, size_t *))                                   \
  X(int, vips_copy, (VipsImage *, VipsImage **, ...))                                              \
  X(int, vips_extract_area, (VipsImage *, VipsImage **, int, int, int, int, ...))                  \
  X(int, vips_flatten, (VipsImage *, VipsImage **, ...))                                           \
  X(int, vips_colourspace, (VipsImage *, VipsImage **, int, ...))                                  \
  X(int, vips_cast, (VipsImage *, VipsImage **, int, ...))                                         \
  X(int, vips_text, (VipsImage **, const char *, ...))                                             \
  X(int, vips_thumbnail_buffer, (void *, size_t, VipsImage **, int, ...))                          \
  X(int, vips_thumbnail_image, (VipsImage *, VipsImage **, int, ...))                              \
  X(int, vips_jpegsave_buffer, (VipsImage *, void **, size_t *, ...))                              \
  X(int, vips_pngsave_buffer, (VipsImage *, void **, size_t *, ...))                               \
  X(int, vips_webpsave_buffer, (VipsImage *, void **, size_t *, ...))                              \
  X(int, vips_heifsave_buffer, (VipsImage *, void **, size_t *, ...))                              \
  X(VipsArrayDouble *, vips_array_double_new, (const double *, int))                               \
  X(void, vips_area_unref, (void *))

/// The functions; valid once sitegen_vips_problem() has answered NULL.
struct sitegen_vips {
#define SITEGEN_MEMBER(result, name, parameters) result(*name) parameters;
  SITEGEN_VIPS_FUNCTIONS(SITEGEN_MEMBER)
#undef SITEGEN_MEMBER
};

extern struct sitegen_vips sitegen_vips;

#endif
