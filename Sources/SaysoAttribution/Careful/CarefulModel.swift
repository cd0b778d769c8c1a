package import SaysoLanguage
internal import SaysoRecords
package import SaysoLearning

/// The careful engine: a transformer gives each word a vector; a chain of labels over them finds the
/// pieces, and bilinear forms beside the linker's features say which content belongs to which cue and
/// which source to which cue.
///
/// One pass over the text for all (Devlin et al., 2019; Lafferty et al., 2001; Dozat and Manning,
/// "Deep Biaffine Attention", 2017). The steps that ``RoleLabel`` forbids are forbidden to the chain,
/// and a content chooses one cue, a cue one source or none: no impossible statement comes out.
package struct CarefulModel: RoleEngine {
  package let lexicon: CueLexicon
  package let borders: BorderChooser?
  package let confidence: LinearClassifier
  /// Cuts words into what the encoder reads.
  package let pieces: WordPieces
  let encoder: TransformerEncoder
  let roles: DenseLayer
  let chain: LabelChain
  /// Joins pieces by what stands around them.
  let linker: Linker
  /// Contents that look for cues, cues that look for sources.
  let relations: [PieceVotes.Relation]
  /// Whom words refer to.
  let antecedents: AntecedentHead
  /// What statements say.
  let meanings: MeaningHead

  /// Pieces of a window, of which a margin on each side is for context alone.
  static let window = 128
  static let margin = 8
  /// How much the vectors' say counts beside that of the linker's features.
  static let voteWeight: Float = 0.5

  /// An engine from its parts.
  package init(
    lexicon: CueLexicon, borders: BorderChooser?, confidence: LinearClassifier,
    pieces: WordPieces, encoder: TransformerEncoder, roles: DenseLayer, chain: LabelChain,
    linker: Linker, relations: [PieceVotes.Relation], antecedents: AntecedentHead,
    meanings: MeaningHead
  ) {
    self.lexicon = lexicon
    self.borders = borders
    self.confidence = confidence
    self.pieces = pieces
    self.encoder = encoder
    self.roles = roles
    self.chain = chain
    self.linker = linker
    self.relations = relations
    self.antecedents = antecedents
    self.meanings = meanings
  }

  /// Finds the pieces of a text and joins them.
  package func found(_ input: AttributionInput) -> FoundRoles {
    let count = input.text.tokens.count
    let words = vectors(input)
    let (scores, stride) = scores(words, count: count)
    var labels = [UInt8](repeating: 0, count: count)
    chain.decode(scores: scores, stride: stride, items: 0..<count, into: &labels)
    let marginals = chain.marginals(scores: scores, stride: stride, count: count)
    let map = PieceMap(RolePiece.pieces(labels, starts: input.paragraphStarts), input)
    let votes = PieceVotes(
      relations, map.pieces, words: words, width: encoder.width, weight: CarefulModel.voteWeight)
    return FoundRoles(
      map: map, roles: RoleLabel.roles(marginals),
      frames: linker.link(map, input, votes: votes), words: encoded(words))
  }

  /// The vectors of the words with what reads them.
  package func encoded(_ input: AttributionInput) -> EncodedWords? { encoded(vectors(input)) }

  private func encoded(_ vectors: [Float]) -> EncodedWords {
    EncodedWords(
      vectors: vectors, width: encoder.width, antecedents: antecedents, meanings: meanings)
  }

  /// Scores of the labels, `stride` for each token, from the tokens' vectors.
  package func scores(_ words: [Float], count: Int) -> (scores: [Float], stride: Int) {
    var scores = [Float](repeating: 0, count: count * roles.stride)
    roles.apply(to: words, count: count, into: &scores)
    return (scores, roles.stride)
  }

  /// A vector for each token, one after the other: the mean of those of its first and last piece.
  package func vectors(_ input: AttributionInput) -> [Float] {
    let text = input.text
    var numbers: [UInt32] = []
    var sizes: [Int] = []
    sizes.reserveCapacity(text.tokens.count)
    for token in text.tokens {
      sizes.append(pieces.append(text.text.bytes[token.start..<token.end], to: &numbers))
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    let looks = WordLook.looks(input)
    let windows = PieceWindows(
      sizes: sizes, sentences: text.sentences, most: CarefulModel.window,
      margin: CarefulModel.margin)
    let width = encoder.width
    var result = [Float](repeating: 0, count: sizes.count * width)
    var buffers = TransformerEncoder.Buffers()
    for window in windows.windows {
      let first = starts[window.tokens.lowerBound]
      let ids =
        [pieces.opening] + numbers[first..<starts[window.tokens.upperBound]] + [pieces.closing]
      var shown: [UInt8] = [0]
      for token in window.tokens {
        shown += repeatElement(looks[token], count: sizes[token])
      }
      shown.append(0)
      encoder.encode(ids, looks: shown, into: &buffers)
      for token in window.core {
        let low = (starts[token] - first + 1) * width
        let high = (starts[token + 1] - first) * width
        for at in 0..<width {
          result[token &* width &+ at] =
            0.5 * (buffers.vectors[low &+ at] + buffers.vectors[high &+ at])
        }
      }
    }
    return result
  }
}
