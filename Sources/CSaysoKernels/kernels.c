#include "CSaysoKernels.h"

/// Sixteen numbers, as many registers as that takes.
typedef float Lanes __attribute__((vector_size(64), aligned(4)));
typedef int8_t Bytes __attribute__((vector_size(16), aligned(1)));

#define NAME(kernel) basic_##kernel
#define TARGET
#if defined(__aarch64__)
#define ROWS 6
#else
#define ROWS 3
#endif
#define LANES 1
#include "body.h"
#undef NAME
#undef TARGET
#undef ROWS
#undef LANES

#if defined(__x86_64__)

#define NAME(kernel) avx2_##kernel
#define TARGET __attribute__((target("avx2,fma")))
#define ROWS 6
#define LANES 1
#include "body.h"
#undef NAME
#undef TARGET
#undef ROWS
#undef LANES

#define NAME(kernel) avx512_##kernel
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma")))
#define ROWS 8
#define LANES 2
#include "body.h"

#define DISPATCH(kernel, ...)                                             \
  switch (instructions) {                                                 \
    case SaysoInstructionsAVX512: avx512_##kernel(__VA_ARGS__); break;    \
    case SaysoInstructionsAVX2: avx2_##kernel(__VA_ARGS__); break;        \
    default: basic_##kernel(__VA_ARGS__);                                 \
  }

SaysoInstructions sayso_instructions(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    return SaysoInstructionsAVX512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return SaysoInstructionsAVX2;
  return SaysoInstructionsBasic;
}

#else

#define DISPATCH(kernel, ...) (void)instructions; basic_##kernel(__VA_ARGS__)

SaysoInstructions sayso_instructions(void) { return SaysoInstructionsBasic; }

#endif

void sayso_product(
    SaysoInstructions instructions, const float *input, const int32_t *places, size_t taps,
    size_t width, const float *matrix, const float *bias, float *output, size_t count,
    size_t columns) {
  DISPATCH(product, input, places, taps, width, matrix, bias, output, count, columns);
}

void sayso_table_sums(
    SaysoInstructions instructions, const int8_t *table, const float *scales, const uint32_t *rows,
    size_t features, size_t width, float *output, size_t count) {
  DISPATCH(table_sums, table, scales, rows, features, width, output, count);
}

void sayso_add_normal(
    SaysoInstructions instructions, const float *input, size_t stride, const float *gain,
    const float *shift, float epsilon, float *output, size_t count, size_t width) {
  DISPATCH(add_normal, input, stride, gain, shift, epsilon, output, count, width);
}

void sayso_rectify(SaysoInstructions instructions, float *numbers, size_t count) {
  DISPATCH(rectify, numbers, count);
}

void sayso_weighted_rows(
    SaysoInstructions instructions, const float *input, size_t stride, const float *weights,
    const int32_t *places, size_t width, size_t choices, float *output, size_t count) {
  DISPATCH(weighted_rows, input, stride, weights, places, width, choices, output, count);
}

void sayso_pack_columns(
    const float *first, const float *rows, size_t count, size_t width, float *packed) {
  for (size_t panel = 0; panel <= count; panel += SAYSO_PANEL) {
    float *block = packed + panel * width;
    for (size_t lane = 0; lane < SAYSO_PANEL; lane++) {
      size_t column = panel + lane;
      const float *row = column == 0 ? first : rows + (column - 1) * width;
      for (size_t k = 0; k < width; k++) {
        block[k * SAYSO_PANEL + lane] = column <= count ? row[k] : 0;
      }
    }
  }
}
