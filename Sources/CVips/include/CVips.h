// The part of libvips that sitegen uses, without libvips' variadic calls, which Swift cannot make.
//
// libvips and the hundred libraries behind it take some 25 ms to load, more than a whole rebuild;
// so it is loaded when the first picture is looked at and not before.
#ifndef SITEGEN_CVIPS_H
#define SITEGEN_CVIPS_H

/// Why libvips could not be used; NULL if it can.
const char *sitegen_vips_problem(void);

/// The size of a picture as shown, its orientation applied; 0 on success, -1 if no loader takes it.
/// Reads the header only, not the pixels.
int sitegen_vips_size(const char *path, int *width, int *height);

#endif
