// The kernels' code, compiled once for each instruction set: NAME gives the names, TARGET the
// instructions, ROWS and LANES how many rows and vectors of 16 the product keeps in registers.

TARGET static void NAME(product)(
    const float *input, const int32_t *places, size_t taps, size_t width, const float *matrix,
    const float *bias, float *output, size_t count, size_t columns) {
  for (size_t panel = 0; panel < columns; panel += 16 * LANES) {
    const float *block =
        matrix + panel / SAYSO_PANEL * SAYSO_PANEL * taps * width + panel % SAYSO_PANEL;
    for (size_t row = 0; row < count; row += ROWS) {
      Lanes sums[ROWS][LANES];
#pragma clang loop unroll(full)
      for (int lane = 0; lane < LANES; lane++) {
        Lanes start = *(const Lanes *)(bias + panel + 16 * lane);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) sums[r][lane] = start;
      }
      const float *weights = block;
      for (size_t tap = 0; tap < taps; tap++) {
        const float *in[ROWS];
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) {
          // Rows past the end repeat the last one and are not stored.
          size_t at = row + r < count ? row + r : count - 1;
          in[r] = input + (places ? (size_t)places[at * taps + tap] : at) * width;
        }
        for (size_t k = 0; k < width; k++, weights += SAYSO_PANEL) {
          Lanes w[LANES];
#pragma clang loop unroll(full)
          for (int lane = 0; lane < LANES; lane++) w[lane] = *(const Lanes *)(weights + 16 * lane);
#pragma clang loop unroll(full)
          for (int r = 0; r < ROWS; r++) {
#pragma clang loop unroll(full)
            for (int lane = 0; lane < LANES; lane++) sums[r][lane] += w[lane] * in[r][k];
          }
        }
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        if (row + r >= count) break;
#pragma clang loop unroll(full)
        for (int lane = 0; lane < LANES; lane++) {
          *(Lanes *)(output + (row + r) * columns + panel + 16 * lane) = sums[r][lane];
        }
      }
    }
  }
}

TARGET static void NAME(table_sums)(
    const int8_t *table, const float *scales, const uint32_t *rows, size_t features, size_t width,
    float *output, size_t count) {
  for (size_t item = 0; item < count; item++) {
    const uint32_t *own = rows + item * features;
    if (item + 1 < count) {
      for (size_t f = 0; f < features; f++) {
        const char *next = (const char *)(table + own[features + f] * width);
        for (size_t at = 0; at < width; at += 64) __builtin_prefetch(next + at);
        __builtin_prefetch(scales + own[features + f]);
      }
    }
    for (size_t at = 0; at < width; at += 16) {
      Lanes sum = {0};
      for (size_t f = 0; f < features; f++) {
        Bytes row = *(const Bytes *)(table + own[f] * width + at);
        sum += __builtin_convertvector(row, Lanes) * scales[own[f]];
      }
      *(Lanes *)(output + item * width + at) = sum;
    }
  }
}

TARGET static void NAME(add_normal)(
    const float *input, size_t stride, const float *gain, const float *shift, float epsilon,
    float *output, size_t count, size_t width) {
  for (size_t row = 0; row < count; row++) {
    const float *in = input + row * stride;
    float *out = output + row * width;
    Lanes sums = {0};
    for (size_t at = 0; at < width; at += 16) sums += *(const Lanes *)(in + at);
    float mean = 0;
    for (int lane = 0; lane < 16; lane++) mean += sums[lane];
    mean /= (float)width;
    Lanes squares = {0};
    for (size_t at = 0; at < width; at += 16) {
      Lanes away = *(const Lanes *)(in + at) - mean;
      squares += away * away;
    }
    float variance = 0;
    for (int lane = 0; lane < 16; lane++) variance += squares[lane];
    float scale = 1 / __builtin_sqrtf(variance / (float)width + epsilon);
    for (size_t at = 0; at < width; at += 16) {
      Lanes value = (*(const Lanes *)(in + at) - mean) * scale * *(const Lanes *)(gain + at)
          + *(const Lanes *)(shift + at);
      *(Lanes *)(out + at) += __builtin_elementwise_max(value, (Lanes){0});
    }
  }
}

TARGET static void NAME(rectify)(float *numbers, size_t count) {
  size_t at = 0;
  for (; at + 16 <= count; at += 16) {
    Lanes value = *(Lanes *)(numbers + at);
    *(Lanes *)(numbers + at) = __builtin_elementwise_max(value, (Lanes){0});
  }
  for (; at < count; at++) numbers[at] = numbers[at] > 0 ? numbers[at] : 0;
}

TARGET static void NAME(weighted_rows)(
    const float *input, size_t stride, const float *weights, const int32_t *places, size_t width,
    size_t choices, float *output, size_t count) {
  size_t out_stride = (choices + 15) / 16 * 16;
  for (size_t item = 0; item < count; item++) {
    const float *own = weights + (size_t)places[item] * width;
    const float *in = input + item * stride;
    for (size_t at = 0; at < choices; at += 16) {
      Lanes sum = *(const Lanes *)(in + width * choices + at);
      for (size_t h = 0; h < width; h++) sum += *(const Lanes *)(in + h * choices + at) * own[h];
      *(Lanes *)(output + item * out_stride + at) = sum;
    }
  }
}
