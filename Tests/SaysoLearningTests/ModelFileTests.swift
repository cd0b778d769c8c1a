import Testing

@testable import SaysoLearning

@Suite struct ModelFileTests {
  private func sample() -> ModelFile {
    var model = ModelFile()
    model.set("words", strings: ["pier", "", "harbour"])
    model.set("numbers", floats: [0, -1.5, .infinity])
    return model
  }

  @Test func `what is stored comes back`() throws {
    let back = try ModelFile(sample().bytes, name: "toy")
    #expect(try back.strings("words") == ["pier", "", "harbour"])
    #expect(try back.floats("numbers") == [0, -1.5, .infinity])
    #expect(back == sample())
  }

  @Test func `a file cut anywhere is refused, not read past its end`() {
    let bytes = sample().bytes
    for length in 0..<bytes.count {
      #expect(throws: ModelError.self) { try ModelFile(bytes[..<length], name: "cut") }
    }
  }

  @Test func `a section may be left where it lies`() throws {
    let bytes = sample().bytes
    let model = try ModelFile(bytes, name: "toy", leaving: ["words"])
    #expect(model.sections["words"] == nil)
    #expect(model.places["words"].map { Array(bytes[$0]) } == sample().sections["words"])
    #expect(try model.floats("numbers") == [0, -1.5, .infinity])
  }

  @Test func `any byte collection is read alike`() throws {
    let bytes = sample().bytes
    #expect(try ModelFile(bytes.lazy.map { $0 }, name: "lazy") == sample())
    #expect(try bytes.withUnsafeBufferPointer { try ModelFile($0, name: "raw") } == sample())
  }

  @Test func `an absent part is named with its remedy`() {
    do {
      _ = try sample().section("tail")
      Issue.record("an absent part was read")
    } catch {
      #expect("\(error)".contains("it has no part 'tail'") && "\(error)".contains("sayso-train"))
    }
  }
}
