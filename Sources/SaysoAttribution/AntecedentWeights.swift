/// What the features of antecedents weigh: a table that is printed by
/// `sayso-train speakers --data ../shared/data`.
///
/// Learned from UD GUM train and from the chains that come with PolNeAR train. The order of rows is
/// that of `AntecedentFeature`, the columns are those of `AntecedentQuestion`.
enum AntecedentWeights {
  /// How much better than "none" a candidate must be, by question.
  static let caution: [Float] = [0, 0, 0, 0, 0]

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
  ]
}
