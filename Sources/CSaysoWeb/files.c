#include "CSaysoWeb.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A file is an array and a line of the table below.
static const unsigned char style[] = {
#embed "assets/sayso.css"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} files[] = {
    {"sayso.css", style, sizeof style},
};

const unsigned char *sayso_web_file(const char *name, size_t *length) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
    if (strcmp(files[index].name, name) == 0) {
      *length = files[index].length;
      return files[index].bytes;
    }
  }
  *length = 0;
  return NULL;
}
