/// What the features of antecedents weigh: a table that is printed by
/// `sayso-train speakers --data ../shared/data`, with `--fold 0/3` the one of the careful engine.
///
/// Learned from UD GUM train and from the chains that come with PolNeAR train. The order of rows is
/// that of `AntecedentFeature`, the columns are those of `AntecedentQuestion`.
enum AntecedentWeights {
  /// How much better than "none" a candidate must be, by question.
  static let caution: [Float] = [0, 0, 0, 0, 0]

  /// Of an engine without vectors.
  static let table: [[Float]] = [
    [0.97, 0.97, 1.0, 1.34, 1.19],  // none
    [0.85, 0.83, 0.02, -0.17, 0.4],  // noneAfterUnknown
    [0.72, -0.86, -1.4, 0.6, 1.51],  // noneWithoutFit
    [-0.71, 1.15, 0.24, -1.17, -0.23],  // noneFirst
    [0.0, 0.0, 0.0, 0.03, 0.0],  // noneModified
    [0.0, 0.0, 0.0, -0.3, 0.0],  // noneThoughNoun
    [-0.49, -1.59, -0.31, 0.14, -0.12],  // noneFirstSentences
    [1.58, 0.52, 0.84, -1.61, 1.21],  // sameSentence
    [0.3, -0.06, 0.22, -0.32, -0.36],  // oneBack
    [-1.15, -1.11, -1.04, 0.09, -1.51],  // twoBack
    [-1.52, -1.03, -1.48, -0.34, -2.01],  // threeBack
    [-2.19, -1.07, -2.15, -0.59, -2.69],  // farBack
    [0.17, 0.72, 0.37, 0.19, 0.51],  // sameParagraph
    [1.15, 0.08, 0.43, -0.19, 1.53],  // rankFirst
    [0.81, 0.43, -0.1, -0.04, 0.65],  // rankSecond
    [0.44, -0.2, 0.71, -0.41, 0.23],  // rankThird
    [-0.42, -0.9, -1.43, -0.24, -0.48],  // rankLater
    [1.1, 0.46, -0.47, 0.16, 0.59],  // lastSpeaker
    [-0.73, 0.46, 0.5, 0.2, -0.48],  // lastSpeakerNear
    [0.04, -0.73, -0.15, -0.01, 0.14],  // secondLastSpeaker
    [-0.37, -0.55, -0.52, -0.56, -0.46],  // spokeBefore
    [-0.49, -0.58, -0.25, -0.57, -0.68],  // spokeOften
    [-0.29, -0.62, -0.82, -0.83, -0.26],  // neverSpoke
    [-0.48, -0.34, -0.11, -0.32, -0.59],  // subject
    [-0.71, -0.63, -1.5, -1.24, -0.81],  // possessor
    [0.56, -1.81, -1.79, -0.68, 0.33],  // pronoun
    [1.31, 0.25, 0.6, 0.18, 1.46],  // leads
    [-0.19, -0.35, 0.42, 0.42, -0.56],  // leadsSameSentence
    [-0.75, -0.5, -0.72, -0.91, -0.68],  // other
    [0.16, 0.37, 0.04, 0.11, 0.36],  // subjectSameSentence
    [0.59, 0.97, 0.49, 0.11, 0.4],  // subjectOneBack
    [-0.11, -0.08, -1.6, 0.01, -0.83],  // quoted
    [-1.52, -0.2, -0.38, -0.42, 0.0],  // inOwnContent
    [0.08, -0.22, 0.09, -0.15, -0.01],  // opensSentence
    [-0.37, -0.22, -0.83, -1.11, -0.69],  // mentionedOnce
    [-0.27, -0.34, -0.06, -0.32, -0.3],  // mentionedTwice
    [-0.39, -0.8, -0.21, 0.12, -0.41],  // mentionedOften
    [-0.38, -1.34, -0.89, -0.29, -0.3],  // mentionedVeryOften
    [0.59, -0.83, -0.29, -0.94, 0.53],  // person
    [-3.48, -0.33, -1.36, 0.06, -4.05],  // body
    [-3.44, 0.2, -3.38, 0.44, -4.0],  // place
    [-3.33, -1.14, -1.6, 0.25, -3.97],  // otherName
    [-2.8, -0.85, 0.84, -0.89, -3.67],  // several
    [-0.94, 0.93, -1.5, -0.64, -2.5],  // document
    [-0.8, -0.08, 1.06, 1.42, -0.71],  // unnamed
    [0.38, 0.0, 0.0, 0.0, 0.4],  // sexAgrees
    [-5.3, 0.0, 0.0, 0.0, -6.3],  // sexClashes
    [-0.42, 0.0, 0.0, 0.0, -0.4],  // sexUnknown
    [0.0, 0.0, 0.0, 1.07, 0.0],  // nounAgrees
    [0.0, 0.0, 0.0, -1.63, 0.0],  // nounInName
    [0.0, 0.0, 0.0, -1.02, 0.0],  // nounOfKind
    [0.0, 0.0, 0.0, -2.34, 0.0],  // nounDiffers
    [0.0, 0.0, 0.0, 0.65, 0.0],  // wordsAgree
    [0.0, 0.0, 0.0, -2.63, 0.0],  // wordsPartly
    [0.0, 0.0, 0.0, -2.01, 0.0],  // wordsClash
    [0.0, 0.0, 0.0, 1.04, 0.0],  // nounAndWords
    [0.0, 0.0, 0.0, 1.62, 0.0],  // nounBare
    [0.0, 0.0, 0.0, 0.27, 0.0],  // nounLastOfKind
    [0.0, 0.0, 0.0, -1.4, 0.0],  // firmForBody
    [0.0, 0.0, 0.0, 0.0, 0.0],  // voteSure
    [0.0, 0.0, 0.0, 0.0, 0.0],  // voteLikely
    [0.0, 0.0, 0.0, 0.0, 0.0],  // votePossible
    [0.0, 0.0, 0.0, 0.0, 0.0],  // voteSlight
    [0.0, 0.0, 0.0, 0.0, 0.0],  // voteHardly
    [0.0, 0.0, 0.0, 0.0, 0.0],  // voteFirst
    [0.0, 0.0, 0.0, 0.0, 0.0],  // noneVoteSure
    [0.0, 0.0, 0.0, 0.0, 0.0],  // noneVoteLikely
    [0.0, 0.0, 0.0, 0.0, 0.0],  // noneVotePossible
    [0.0, 0.0, 0.0, 0.0, 0.0],  // noneVoteHardly
  ]

  /// With the votes of the careful engine's vectors (`--fold 0/3`).
  static let careful: [[Float]] = [
    [0.58, 0.93, 0.74, 1.02, 0.81],  // none
    [1.17, -0.34, -0.36, -1.29, 1.19],  // noneAfterUnknown
    [0.84, 0.05, 1.56, 1.06, 1.6],  // noneWithoutFit
    [-0.79, 1.51, 0.61, 0.97, 0.64],  // noneFirst
    [0.0, 0.0, 0.0, -0.32, 0.0],  // noneModified
    [0.0, 0.0, 0.0, -0.26, 0.0],  // noneThoughNoun
    [0.6, 0.0, -1.06, 0.36, 0.26],  // noneFirstSentences
    [1.63, 0.91, 0.9, -1.38, 1.07],  // sameSentence
    [0.65, 0.45, -0.43, -0.18, -0.08],  // oneBack
    [-1.09, -1.72, -0.66, 0.4, -1.39],  // twoBack
    [-1.77, -2.79, -0.09, -0.14, -2.48],  // threeBack
    [-2.23, -2.85, -2.03, -0.66, -2.48],  // farBack
    [0.39, 0.65, 0.21, 0.04, 0.49],  // sameParagraph
    [0.89, -0.53, -0.01, -0.25, 1.46],  // rankFirst
    [1.13, 0.07, -0.11, -0.07, 0.74],  // rankSecond
    [0.69, 0.33, 1.27, -0.37, 0.39],  // rankThird
    [-0.12, 0.25, -2.7, 0.49, -0.16],  // rankLater
    [0.78, 0.49, -0.24, 0.48, 0.36],  // lastSpeaker
    [-0.87, 0.69, 0.37, 0.05, -0.41],  // lastSpeakerNear
    [-0.17, -1.09, -0.21, -0.56, 0.22],  // secondLastSpeaker
    [-0.29, -0.34, -0.42, -0.28, -0.42],  // spokeBefore
    [-0.61, -0.93, -0.1, -0.11, -0.43],  // spokeOften
    [0.06, -0.61, -0.48, -1.14, -0.1],  // neverSpoke
    [-0.27, -0.41, 0.22, 0.02, -0.43],  // subject
    [-0.57, -1.05, -1.9, -2.46, -0.59],  // possessor
    [0.61, -0.78, -1.48, -0.76, 0.48],  // pronoun
    [0.87, 0.36, -0.41, 0.07, 1.05],  // leads
    [0.25, -2.09, 0.9, 0.59, -0.43],  // leadsSameSentence
    [-0.38, -0.37, -1.09, -0.86, -0.44],  // other
    [0.01, 0.35, -0.15, -0.05, 0.36],  // subjectSameSentence
    [0.72, 0.69, 0.55, 0.04, 0.38],  // subjectOneBack
    [0.81, -0.97, -0.99, 0.76, -0.26],  // quoted
    [-1.29, -0.51, -0.21, -2.06, 0.0],  // inOwnContent
    [0.32, -1.92, 0.21, 0.48, 0.17],  // opensSentence
    [0.25, 0.19, -0.12, -0.81, 0.02],  // mentionedOnce
    [-0.28, -0.72, 0.09, -0.69, -0.11],  // mentionedTwice
    [-0.38, -1.15, -0.05, -0.33, -0.49],  // mentionedOften
    [-0.43, -1.4, -2.88, 0.08, -0.42],  // mentionedVeryOften
    [0.64, -0.47, 0.01, -0.87, 0.66],  // person
    [-2.7, -1.53, -0.87, 0.08, -3.49],  // body
    [-2.61, 0.94, -1.96, 0.33, -3.27],  // place
    [-2.41, 0.42, -2.2, 0.86, -3.32],  // otherName
    [-1.91, -2.34, 0.66, -0.68, -3.33],  // several
    [-0.46, -0.18, -1.38, -1.02, -1.43],  // document
    [-0.53, 0.07, 0.65, 0.97, -0.46],  // unnamed
    [0.73, 0.0, 0.0, 0.0, 0.48],  // sexAgrees
    [-4.35, 0.0, 0.0, 0.0, -5.41],  // sexClashes
    [-0.28, 0.0, 0.0, 0.0, -0.05],  // sexUnknown
    [0.0, 0.0, 0.0, 0.88, 0.0],  // nounAgrees
    [0.0, 0.0, 0.0, -0.55, 0.0],  // nounInName
    [0.0, 0.0, 0.0, -1.24, 0.0],  // nounOfKind
    [0.0, 0.0, 0.0, -1.68, 0.0],  // nounDiffers
    [0.0, 0.0, 0.0, 0.53, 0.0],  // wordsAgree
    [0.0, 0.0, 0.0, -1.53, 0.0],  // wordsPartly
    [0.0, 0.0, 0.0, -2.49, 0.0],  // wordsClash
    [0.0, 0.0, 0.0, 0.97, 0.0],  // nounAndWords
    [0.0, 0.0, 0.0, 1.41, 0.0],  // nounBare
    [0.0, 0.0, 0.0, 0.77, 0.0],  // nounLastOfKind
    [0.0, 0.0, 0.0, -0.81, 0.0],  // firmForBody
    [0.67, 0.0, 0.44, 0.07, 1.86],  // voteSure
    [0.7, 0.7, 0.9, -0.04, 0.45],  // voteLikely
    [0.18, -0.23, -0.57, -0.07, -0.12],  // votePossible
    [-0.91, -0.43, -0.38, -0.59, -0.67],  // voteSlight
    [-1.66, -3.11, -2.1, -1.33, -1.86],  // voteHardly
    [0.0, 0.87, -0.6, -0.26, -0.13],  // voteFirst
    [0.0, 0.05, 0.0, 0.25, 0.01],  // noneVoteSure
    [0.15, 0.51, 0.07, 0.31, 0.09],  // noneVoteLikely
    [0.0, 1.16, 0.84, 0.51, 1.28],  // noneVotePossible
    [0.56, -0.02, 0.25, 0.46, 0.56],  // noneVoteHardly
  ]
}
