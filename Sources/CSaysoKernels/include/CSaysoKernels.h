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

/// The size of the greatest number of a quantised row: 1536 products with 8-bit weights add up
/// without overflow.
#define SAYSO_QUANTUM 8191

/// Rows as whole numbers: each by its greatest, which becomes SAYSO_QUANTUM; `scales` gets what one
/// unit of each row is worth. `width` is a multiple of 16.
void sayso_quantise(
    SaysoInstructions instructions, const float *_Nonnull input, size_t width,
    int16_t *_Nonnull output, float *_Nonnull scales, size_t count);

/// Quantised rows times a quantised matrix, scaled back, plus a bias.
///
/// The matrix is packed: panels of SAYSO_PANEL columns; of each, pairs of rows in order, the two
/// numbers of a column beside each other. `width` is even, at most 2048; `columns` a multiple of
/// SAYSO_PANEL and the stride of the output.
void sayso_integer_product(
    SaysoInstructions instructions, const int16_t *_Nonnull input, const float *_Nonnull scales,
    const int16_t *_Nonnull matrix, const float *_Nonnull column_scales,
    const float *_Nonnull bias, float *_Nonnull output, size_t count, size_t width,
    size_t columns);

/// The Gaussian error linear unit of each number (Hendrycks and Gimpel, 2016); `count` is a
/// multiple of 16.
void sayso_gelu(SaysoInstructions instructions, float *_Nonnull numbers, size_t count);

/// Adds rows to rows, where there are any to add, and normalises each sum: less its mean, over its
/// deviation, times the gain, plus the shift. `width` is a multiple of 16.
void sayso_add_then_normalise(
    SaysoInstructions instructions, float *_Nonnull numbers, const float *_Nullable addition,
    const float *_Nonnull gain, const float *_Nonnull shift, float epsilon, size_t count,
    size_t width);

/// How many numbers of scratch space attention over so many rows takes.
size_t sayso_attention_scratch(size_t count);

/// Scaled dot-product attention of each row to all (Vaswani et al., 2017), heads of SAYSO_PANEL
/// numbers: an input row holds the queries, the keys and the values of all heads in turn, an output
/// row what each head makes.
void sayso_attention(
    SaysoInstructions instructions, const float *_Nonnull input, size_t heads, size_t count,
    float *_Nonnull output, float *_Nonnull scratch);

/// Packs a row-major matrix of 8-bit numbers for `sayso_integer_product`; `width` is even,
/// `columns` a multiple of SAYSO_PANEL.
void sayso_pack_integers(
    const int8_t *_Nonnull weights, size_t width, size_t columns, int16_t *_Nonnull packed);
