// The transformer's kernels, compiled once for each instruction set after body.h.

/// `e` to the power of each number (the polynomial of Cephes' expf; relative error 2e-7).
TARGET INLINE Lanes NAME(exponential)(Lanes x) {
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, (Lanes){0} - 87), (Lanes){0} + 88);
  // Adding 1.5 * 2^23 rounds to a whole number.
  Lanes whole = (x * 1.44269504f + 12582912.0f) - 12582912.0f;
  Lanes rest = x - whole * 0.693359375f + whole * 2.12194440e-4f;
  Lanes sum = rest * 1.9875691500e-4f + 1.3981999507e-3f;
  sum = sum * rest + 8.3334519073e-3f;
  sum = sum * rest + 4.1665795894e-2f;
  sum = sum * rest + 1.6666665459e-1f;
  sum = sum * rest + 5.0000001201e-1f;
  sum = sum * rest * rest + rest + 1;
  Wholes power = (__builtin_convertvector(whole, Wholes) + 127) << 23;
  return sum * (Lanes)power;
}

TARGET static void NAME(quantise)(
    const float *input, size_t width, int16_t *output, float *scales, size_t count) {
  for (size_t row = 0; row < count; row++) {
    const float *in = input + row * width;
    Lanes tops = {0};
    for (size_t at = 0; at < width; at += 16) {
      tops = __builtin_elementwise_max(
          tops, __builtin_elementwise_abs(*(const Lanes *)(in + at)));
    }
    float top = 0;
    for (int lane = 0; lane < 16; lane++) top = tops[lane] > top ? tops[lane] : top;
    float scale = top > 0 ? SAYSO_QUANTUM / top : 0;
    scales[row] = top / SAYSO_QUANTUM;
    for (size_t at = 0; at < width; at += 16) {
      Lanes value = (*(const Lanes *)(in + at) * scale + 12582912.0f) - 12582912.0f;
      *(Shorts *)(output + row * width + at) = __builtin_convertvector(value, Shorts);
    }
  }
}

TARGET static void NAME(gelu)(float *numbers, size_t count) {
  for (size_t at = 0; at < count; at += 16) {
    Lanes x = *(Lanes *)(numbers + at);
    Lanes z = __builtin_elementwise_abs(x) * 0.70710678f;
    // The error function: Abramowitz and Stegun, 7.1.26; error 1.5e-7.
    Lanes t = 1 / (z * 0.3275911f + 1);
    Lanes sum = t * 1.061405429f - 1.453152027f;
    sum = sum * t + 1.421413741f;
    sum = sum * t - 0.284496736f;
    sum = sum * t + 0.254829592f;
    Lanes tail = sum * t * NAME(exponential)(-z * z);
    // x * Phi(x): for negative x, x * tail / 2.
    Wholes negative = x < 0;
    Lanes phi = (Lanes)((negative & (Wholes)tail) | (~negative & (Wholes)(2 - tail)));
    *(Lanes *)(numbers + at) = x * phi * 0.5f;
  }
}

TARGET static void NAME(add_then_normalise)(
    float *numbers, const float *addition, const float *gain, const float *shift, float epsilon,
    size_t count, size_t width) {
  for (size_t row = 0; row < count; row++) {
    float *own = numbers + row * width;
    Lanes sums = {0};
    for (size_t at = 0; at < width; at += 16) {
      Lanes value = *(Lanes *)(own + at);
      if (addition) value += *(const Lanes *)(addition + row * width + at);
      *(Lanes *)(own + at) = value;
      sums += value;
    }
    float mean = 0;
    for (int lane = 0; lane < 16; lane++) mean += sums[lane];
    mean /= (float)width;
    Lanes squares = {0};
    for (size_t at = 0; at < width; at += 16) {
      Lanes away = *(const Lanes *)(own + at) - mean;
      squares += away * away;
    }
    float variance = 0;
    for (int lane = 0; lane < 16; lane++) variance += squares[lane];
    float scale = 1 / __builtin_sqrtf(variance / (float)width + epsilon);
    for (size_t at = 0; at < width; at += 16) {
      *(Lanes *)(own + at) =
          (*(const Lanes *)(own + at) - mean) * scale * *(const Lanes *)(gain + at)
          + *(const Lanes *)(shift + at);
    }
  }
}

/// The soft maximum of each row's first `valid` numbers; those after them become zero.
TARGET static void NAME(soft_maximum)(float *rows, size_t count, size_t stride, size_t valid) {
  for (size_t row = 0; row < count; row++) {
    float *own = rows + row * stride;
    for (size_t at = valid; at < stride; at++) own[at] = -1e30f;
    Lanes tops = (Lanes){0} - 1e30f;
    for (size_t at = 0; at < stride; at += 16) {
      tops = __builtin_elementwise_max(tops, *(Lanes *)(own + at));
    }
    float top = tops[0];
    for (int lane = 1; lane < 16; lane++) top = tops[lane] > top ? tops[lane] : top;
    Lanes sums = {0};
    for (size_t at = 0; at < stride; at += 16) {
      Lanes value = NAME(exponential)(*(Lanes *)(own + at) - top);
      *(Lanes *)(own + at) = value;
      sums += value;
    }
    for (size_t at = valid; at < stride; at++) {
      sums[at % 16] -= own[at];
      own[at] = 0;
    }
    float sum = 0;
    for (int lane = 0; lane < 16; lane++) sum += sums[lane];
    Lanes share = (Lanes){0} + 1 / sum;
    for (size_t at = 0; at < stride; at += 16) *(Lanes *)(own + at) *= share;
  }
}

TARGET static void NAME(attention)(
    const float *input, size_t heads, size_t count, float *output, float *scratch) {
  size_t width = heads * SAYSO_PANEL;
  size_t padded = (count + SAYSO_PANEL - 1) / SAYSO_PANEL * SAYSO_PANEL;
  float *queries = scratch;
  float *keys = queries + count * SAYSO_PANEL;
  float *values = keys + padded * SAYSO_PANEL;
  float *zeros = values + padded * SAYSO_PANEL;
  float *mixed = zeros + padded;
  float *scores = mixed + count * SAYSO_PANEL;
  for (size_t at = 0; at < padded; at++) zeros[at] = 0;
  for (size_t at = count * SAYSO_PANEL; at < padded * SAYSO_PANEL; at++) values[at] = 0;
  float scale = 1 / __builtin_sqrtf((float)SAYSO_PANEL);
  for (size_t head = 0; head < heads; head++) {
    for (size_t row = 0; row < padded; row++) {
      size_t panel = row / SAYSO_PANEL * SAYSO_PANEL * SAYSO_PANEL + row % SAYSO_PANEL;
      if (row >= count) {
        for (size_t k = 0; k < SAYSO_PANEL; k++) keys[panel + k * SAYSO_PANEL] = 0;
        continue;
      }
      const float *in = input + row * 3 * width + head * SAYSO_PANEL;
      for (size_t k = 0; k < SAYSO_PANEL; k++) {
        queries[row * SAYSO_PANEL + k] = in[k] * scale;
        keys[panel + k * SAYSO_PANEL] = in[width + k];
        values[row * SAYSO_PANEL + k] = in[2 * width + k];
      }
    }
    NAME(product)(queries, NULL, 1, SAYSO_PANEL, keys, zeros, scores, count, padded);
    NAME(soft_maximum)(scores, count, padded, count);
    NAME(product)(scores, NULL, 1, padded, values, zeros, mixed, count, SAYSO_PANEL);
    for (size_t row = 0; row < count; row++) {
      memcpy(output + row * width + head * SAYSO_PANEL, mixed + row * SAYSO_PANEL,
             SAYSO_PANEL * sizeof(float));
    }
  }
}
