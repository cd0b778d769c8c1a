#include "CSaysoModels.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A model is an array and a line of the table below.
static const unsigned char tagger[] = {
#embed "models/tagger.bin"
};
static const unsigned char names[] = {
#embed "models/names.bin"
};
static const unsigned char attribution[] = {
#embed "models/attribution.bin"
};
static const unsigned char careful[] = {
#embed "models/careful.bin"
};
static const unsigned char parser[] = {
#embed "models/parser.bin"
};
static const unsigned char stories[] = {
#embed "models/stories.bin"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} models[] = {
    {"tagger", tagger, sizeof tagger},
    {"names", names, sizeof names},
    {"attribution", attribution, sizeof attribution},
    {"careful", careful, sizeof careful},
    {"parser", parser, sizeof parser},
    {"stories", stories, sizeof stories},
};

const unsigned char *sayso_model_bytes(const char *name, size_t *length) {
  for (size_t index = 0; index < sizeof models / sizeof models[0]; index++) {
    if (strcmp(models[index].name, name) == 0) {
      *length = models[index].length;
      return models[index].bytes;
    }
  }
  *length = 0;
  return NULL;
}
