// The product of whole numbers: 16-bit rows, 8-bit weights widened to 16 bits in pairs of rows.
// All sums are exact, so that every instruction set gives the same.

/// One panel's 32 columns of one row, from the sums: scaled back, plus the bias.
#define SAYSO_SCALED(sum, column) \
  ((float)(sum) * (scales[row] * column_scales[panel + (column)]) + bias[panel + (column)])

static void basic_integer_product(
    const int16_t *input, const float *scales, const int16_t *matrix, const float *column_scales,
    const float *bias, float *output, size_t count, size_t width, size_t columns) {
  for (size_t panel = 0; panel < columns; panel += SAYSO_PANEL) {
    const int16_t *block = matrix + panel * width;
    for (size_t row = 0; row < count; row++) {
      const int16_t *in = input + row * width;
      int32_t sums[SAYSO_PANEL] = {0};
      for (size_t k = 0; k < width; k += 2) {
        int32_t first = in[k], second = in[k + 1];
        const int16_t *weights = block + k * SAYSO_PANEL;
        for (size_t c = 0; c < SAYSO_PANEL; c++) {
          sums[c] += first * weights[2 * c] + second * weights[2 * c + 1];
        }
      }
      for (size_t c = 0; c < SAYSO_PANEL; c++) {
        output[row * columns + panel + c] = SAYSO_SCALED(sums[c], c);
      }
    }
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define SAYSO_PAIR(in, k) (*(const int32_t *)((in) + (k)))

__attribute__((target("avx2,fma"))) static void avx2_integer_product(
    const int16_t *input, const float *scales, const int16_t *matrix, const float *column_scales,
    const float *bias, float *output, size_t count, size_t width, size_t columns) {
  enum { ROWS = 6 };
  for (size_t half = 0; half < columns; half += 16) {
    const int16_t *block =
        matrix + half / SAYSO_PANEL * SAYSO_PANEL * width + half % SAYSO_PANEL * 2;
    __m256 by[2], start[2];
    for (int side = 0; side < 2; side++) {
      by[side] = _mm256_loadu_ps(column_scales + half + 8 * side);
      start[side] = _mm256_loadu_ps(bias + half + 8 * side);
    }
    for (size_t row = 0; row < count; row += ROWS) {
      __m256i sums[ROWS][2];
      const int16_t *in[ROWS];
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        sums[r][0] = sums[r][1] = _mm256_setzero_si256();
        // Rows past the end repeat the last one and are not stored.
        in[r] = input + (row + r < count ? row + r : count - 1) * width;
      }
      const int16_t *weights = block;
      for (size_t k = 0; k < width; k += 2, weights += 2 * SAYSO_PANEL) {
        __m256i left = _mm256_loadu_si256((const __m256i *)weights);
        __m256i right = _mm256_loadu_si256((const __m256i *)(weights + 16));
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) {
          __m256i pair = _mm256_set1_epi32(SAYSO_PAIR(in[r], k));
          sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(pair, left));
          sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(pair, right));
        }
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        if (row + r >= count) break;
        __m256 scale = _mm256_set1_ps(scales[row + r]);
        float *out = output + (row + r) * columns + half;
        for (int side = 0; side < 2; side++) {
          __m256 value = _mm256_cvtepi32_ps(sums[r][side]);
          value = _mm256_mul_ps(value, _mm256_mul_ps(scale, by[side]));
          _mm256_storeu_ps(out + 8 * side, _mm256_add_ps(value, start[side]));
        }
      }
    }
  }
}

#define SAYSO_WIDE_PRODUCT(NAME, TARGETS, MADD)                                                    \
  __attribute__((target(TARGETS))) static void NAME(                                               \
      const int16_t *input, const float *scales, const int16_t *matrix,                            \
      const float *column_scales, const float *bias, float *output, size_t count, size_t width,    \
      size_t columns) {                                                                            \
    enum { ROWS = 8 };                                                                             \
    for (size_t panel = 0; panel < columns; panel += SAYSO_PANEL) {                                \
      const int16_t *block = matrix + panel * width;                                               \
      for (size_t row = 0; row < count; row += ROWS) {                                             \
        __m512i sums[ROWS][2];                                                                     \
        const int16_t *in[ROWS];                                                                   \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                        \
          sums[r][0] = sums[r][1] = _mm512_setzero_si512();                                        \
          in[r] = input + (row + r < count ? row + r : count - 1) * width;                         \
        }                                                                                          \
        const int16_t *weights = block;                                                            \
        for (size_t k = 0; k < width; k += 2, weights += 2 * SAYSO_PANEL) {                        \
          __m512i left = _mm512_loadu_si512(weights);                                              \
          __m512i right = _mm512_loadu_si512(weights + 32);                                        \
          _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                      \
            __m512i pair = _mm512_set1_epi32(SAYSO_PAIR(in[r], k));                                \
            sums[r][0] = MADD(sums[r][0], pair, left);                                             \
            sums[r][1] = MADD(sums[r][1], pair, right);                                            \
          }                                                                                        \
        }                                                                                          \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                        \
          if (row + r >= count) break;                                                             \
          __m512 scale = _mm512_set1_ps(scales[row + r]);                                          \
          for (int side = 0; side < 2; side++) {                                                   \
            size_t at = panel + 16 * side;                                                         \
            __m512 value = _mm512_cvtepi32_ps(sums[r][side]);                                      \
            value = _mm512_mul_ps(                                                                 \
                value, _mm512_mul_ps(scale, _mm512_loadu_ps(column_scales + at)));                 \
            value = _mm512_add_ps(value, _mm512_loadu_ps(bias + at));                              \
            _mm512_storeu_ps(output + (row + r) * columns + at, value);                            \
          }                                                                                        \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
  }

#define SAYSO_MADD(sum, a, b) _mm512_add_epi32(sum, _mm512_madd_epi16(a, b))
SAYSO_WIDE_PRODUCT(avx512_plain_integer_product, "avx512f,avx512bw,avx512vl,avx512dq", SAYSO_MADD)
SAYSO_WIDE_PRODUCT(
    avx512_vnni_integer_product, "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni",
    _mm512_dpwssd_epi32)

static void avx512_integer_product(
    const int16_t *input, const float *scales, const int16_t *matrix, const float *column_scales,
    const float *bias, float *output, size_t count, size_t width, size_t columns) {
  if (__builtin_cpu_supports("avx512vnni")) {
    avx512_vnni_integer_product(
        input, scales, matrix, column_scales, bias, output, count, width, columns);
  } else {
    avx512_plain_integer_product(
        input, scales, matrix, column_scales, bias, output, count, width, columns);
  }
}
#endif
