import Foundation
import SaysoLanguage
import SaysoRecords
import Testing

@testable import SaysoEvaluation

@Suite struct CorpusReadersTests {
  /// Writes a file into a folder of its own and gives the folder to `body`.
  private func with(_ name: String, _ content: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sayso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(content.utf8).write(to: folder.appendingPathComponent(name))
    try body(folder.path)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a treebank gives documents, paragraphs and words, contractions apart`() throws {
    let content = """
      # newdoc id = pier
      # newpar
      # text = Don't go.
      1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
      2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
      3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
      3.1\t_\t_\t_\t_\t_\t_\t_\t_\t_
      4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

      # text = Stay.
      1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_
      2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

      # newdoc id = keep
      # text = Yes
      1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

      """
    try with("toy.conllu", content) { data in
      let documents = try ConlluReader.documents("toy.conllu", in: data)
      #expect(documents.map(\.name) == ["pier", "keep"])
      #expect(
        documents[0].sentences.map { $0.words.map(\.form) } == [
          ["Do", "n't", "go", "."], ["Stay", "."],
        ])
      #expect(documents[0].sentences.map(\.opensBlock) == [true, false])
      #expect(documents[0].sentences[0].text == "Don't go.")
      #expect(documents[0].sentences[0].words[1].lemma == "not")
      #expect(documents[0].sentences[0].words.map(\.head) == [3, 3, 0, 3])
      #expect(documents[0].sentences[0].words[2].relation == "root")
      #expect(documents[0].sentences[0].tokens.map(\.form) == ["Don't", "go", "."])
      #expect(documents[0].sentences[0].tokens.map(\.words) == [0..<2, 2..<3, 3..<4])
    }
  }

  @Test func `columns give documents at their marks, else a number of sentences each`() throws {
    let sentence = "Olsk\tNNP\tB-PER\nsaid\tVBD\tO\n\n"
    try with("marked.tsv", "# doc 1\n" + sentence + sentence + "# doc 2\n" + sentence) { data in
      let documents = try ConllReader.documents("marked.tsv", in: data)
      #expect(documents.map(\.count) == [2, 1])
      #expect(documents[0][0].words == ["Olsk", "said"])
      #expect(documents[0][0].labels == ["B-PER", "O"])
    }
    try with("plain.tsv", sentence + sentence + sentence) { data in
      let documents = try ConllReader.documents("plain.tsv", in: data, sentencesPerDocument: 2)
      #expect(documents.map(\.count) == [2, 1])
    }
  }

  @Test func `running text is taken from every depth of each line, keys in order`() throws {
    let content = """
      {"text":"One.","more":[{"text":"Two."},{"title":"No."}]}
      {"text":"Three."}
      """
    try with("toy.jsonl", content) { data in
      let strings = try RawText.strings("toy.jsonl", in: data)
      #expect(strings == ["Two.", "One.", "Three."])
    }
  }

  @Test func `an absent file is refused with what to do`() {
    do {
      _ = try ConllReader.documents("none.tsv", in: "/nowhere")
      Issue.record("an absent file was read")
    } catch {
      #expect("\(error)".contains("/nowhere/none.tsv") && "\(error)".contains("--data"))
    }
  }

  @Test func `gold words become spans of one text`() {
    let text = GoldText.annotated([["Olsk", "said", "."], ["“", "No", "”"]])
    #expect(text.tokens.indices.map { text.word($0) } == ["Olsk", "said", ".", "“", "No", "”"])
    #expect(text.sentences == [0..<3, 3..<6])
    #expect(text.text.string == "Olsk said .\n“ No ”\n")
  }
}
