#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer over a function, with the options of the command line (LLVM, "libFuzzer", section
/// "Using libFuzzer as a library").
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *bytes, size_t count));
