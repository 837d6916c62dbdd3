// What sitegen uses of zlib and of the brotli encoder. Few builds compress, so both are loaded when
// the first file is compressed and not before.
#ifndef SITEGEN_CCOMPRESSION_H
#define SITEGEN_CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

/// Why nothing can be compressed; NULL if it can.
const char *sitegen_compression_problem(void);

/// Room that a compressed text never exceeds.
size_t sitegen_compression_room(size_t count);

/// Writes a gzip file (RFC 1952) without name and time, so that the same text gives the same bytes.
/// Returns its length, or 0 if there is no memory or no room.
size_t sitegen_gzip(const uint8_t *text, size_t count, uint8_t *result, size_t room);

/// Writes a brotli stream (RFC 7932); `quality` is from 0, fast, to 11, small.
size_t sitegen_brotli(const uint8_t *text, size_t count, uint8_t *result, size_t room, int quality);

/// Why nothing can be decompressed; NULL if it can.
const char *sitegen_decompression_problem(void);

/// Reads a gzip file or a brotli stream into `result`. Returns the length of the text, or 0 if it is
/// damaged or there is no room.
size_t sitegen_gunzip(const uint8_t *file, size_t count, uint8_t *result, size_t room);
size_t sitegen_unbrotli(const uint8_t *file, size_t count, uint8_t *result, size_t room);

#endif
