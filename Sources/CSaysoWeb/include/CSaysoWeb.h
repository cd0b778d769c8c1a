#ifndef CSAYSOWEB_H
#define CSAYSOWEB_H

#include <stddef.h>

/// The bytes of a template, style sheet or script by its file name, and how many; NULL for none.
const unsigned char *sayso_web_file(const char *name, size_t *length);

#endif
