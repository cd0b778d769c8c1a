#include "CSaysoKernels.h"

#include <string.h>

// Vectors are only handed to what is always inlined: no call passes them.
#pragma clang diagnostic ignored "-Wpsabi"

#include "integers.h"

/// Sixteen numbers, as many registers as that takes.
typedef float Lanes __attribute__((vector_size(64), aligned(4)));
typedef int8_t Bytes __attribute__((vector_size(16), aligned(1)));
typedef int16_t Shorts __attribute__((vector_size(32), aligned(2)));
typedef int32_t Wholes __attribute__((vector_size(64), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

#define NAME(kernel) basic_##kernel
#define TARGET
#if defined(__aarch64__)
#define ROWS 6
#else
#define ROWS 3
#endif
#define LANES 1
#include "body.h"
#include "transformer.h"
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
#include "transformer.h"
#undef NAME
#undef TARGET
#undef ROWS
#undef LANES

#define NAME(kernel) avx512_##kernel
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma")))
#define ROWS 8
#define LANES 2
#include "body.h"
#include "transformer.h"

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

void sayso_quantise(
    SaysoInstructions instructions, const float *input, size_t width, int16_t *output,
    float *scales, size_t count) {
  DISPATCH(quantise, input, width, output, scales, count);
}

void sayso_integer_product(
    SaysoInstructions instructions, const int16_t *input, const float *scales,
    const int16_t *matrix, const float *column_scales, const float *bias, float *output,
    size_t count, size_t width, size_t columns) {
  DISPATCH(
      integer_product, input, scales, matrix, column_scales, bias, output, count, width, columns);
}

void sayso_gelu(SaysoInstructions instructions, float *numbers, size_t count) {
  DISPATCH(gelu, numbers, count);
}

void sayso_add_then_normalise(
    SaysoInstructions instructions, float *numbers, const float *addition, const float *gain,
    const float *shift, float epsilon, size_t count, size_t width) {
  DISPATCH(add_then_normalise, numbers, addition, gain, shift, epsilon, count, width);
}

size_t sayso_attention_scratch(size_t count) {
  size_t padded = (count + SAYSO_PANEL - 1) / SAYSO_PANEL * SAYSO_PANEL;
  return 2 * count * SAYSO_PANEL + 2 * padded * SAYSO_PANEL + padded + count * padded;
}

void sayso_attention(
    SaysoInstructions instructions, const float *input, size_t heads, size_t count, float *output,
    float *scratch) {
  DISPATCH(attention, input, heads, count, output, scratch);
}

void sayso_pack_integers(
    const int8_t *weights, size_t width, size_t columns, int16_t *packed) {
  for (size_t row = 0; row < width; row++) {
    const int8_t *in = weights + row * columns;
    for (size_t panel = 0; panel < columns; panel += SAYSO_PANEL) {
      int16_t *out = packed + panel * width + (row & ~(size_t)1) * SAYSO_PANEL + (row & 1);
      for (size_t column = 0; column < SAYSO_PANEL; column++) {
        out[2 * column] = in[panel + column];
      }
    }
  }
}
