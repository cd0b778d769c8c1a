#pragma once
#include <stddef.h>
#include <stdint.h>

/// The columns of a packed matrix come in panels of so many.
#define SAYSO_PANEL 32

/// Instruction sets that the kernels were compiled for.
typedef enum : int32_t {
  /// What every machine of the kind has (SSE2, NEON).
  SaysoInstructionsBasic = 0,
  /// AVX2 with fused multiply-add.
  SaysoInstructionsAVX2 = 1,
  /// AVX-512.
  SaysoInstructionsAVX512 = 2,
} SaysoInstructions;

/// The widest instruction set that this machine has.
SaysoInstructions sayso_instructions(void);

/// Rows of the input times a matrix, plus a bias.
///
/// Output row r is the bias plus, over all taps t, input row `places[r * taps + t]` times rows `t *
/// width ..< (t + 1) * width` of the matrix; without places, input row r (one tap). The matrix is
/// packed: panels of SAYSO_PANEL columns, each with its rows in order. `columns` is a multiple of
/// SAYSO_PANEL and the stride of the output.
void sayso_product(
    SaysoInstructions instructions, const float *_Nonnull input, const int32_t *_Nullable places,
    size_t taps, size_t width, const float *_Nonnull matrix, const float *_Nonnull bias,
    float *_Nonnull output, size_t count, size_t columns);

/// For each item the sum of `features` rows of a table of 8-bit numbers, each times its scale;
/// `width` is a multiple of 16.
void sayso_table_sums(
    SaysoInstructions instructions, const int8_t *_Nonnull table, const float *_Nonnull scales,
    const uint32_t *_Nonnull rows, size_t features, size_t width, float *_Nonnull output,
    size_t count);

/// Adds to each row of `output` the positive part of the normalised row of `input`: less its mean,
/// over its deviation, times the gain, plus the shift; `width` is a multiple of 16.
void sayso_add_normal(
    SaysoInstructions instructions, const float *_Nonnull input, size_t stride,
    const float *_Nonnull gain, const float *_Nonnull shift, float epsilon, float *_Nonnull output,
    size_t count, size_t width);

/// The positive part of each number.
void sayso_rectify(
    SaysoInstructions instructions, float *_Nonnull numbers, size_t count);

/// Packs rows as the columns of a matrix for `sayso_product`: `first` is column 0, `rows` come
/// after it; columns up to a multiple of SAYSO_PANEL are zero.
void sayso_pack_columns(
    const float *_Nonnull first, const float *_Nonnull rows, size_t count, size_t width,
    float *_Nonnull packed);

/// For each item the sum of its rows, `choices` numbers each: row h times number h of the item's
/// weights, which are row `places[item]` of `weights`, and the row after the last one as it is.
///
/// An output row has `choices` numbers rounded up to a multiple of 16; the last input row must be
/// readable as far.
void sayso_weighted_rows(
    SaysoInstructions instructions, const float *_Nonnull input, size_t stride,
    const float *_Nonnull weights, const int32_t *_Nonnull places, size_t width, size_t choices,
    float *_Nonnull output, size_t count);
