#pragma once
#include <stddef.h>

/// The bytes of a shipped model and their number; NULL when there is no model of that name.
const unsigned char *_Nullable sayso_model_bytes(const char *_Nonnull name, size_t *_Nonnull length);
