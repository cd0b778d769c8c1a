internal import Foundation
package import SaysoAttribution
package import SaysoLanguage
package import SaysoLearning
internal import SaysoModels

/// Where the trained models come from: a folder, or the program itself.
package struct ModelShelf: Sendable {
  /// The folder to take models from; nil takes those inside the program.
  package let folder: String?

  /// The folder named, else the one in the environment's SAYSO_MODELS, else the program's own.
  package init(
    folder: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let stated = environment["SAYSO_MODELS"].flatMap { $0.isEmpty ? nil : $0 }
    self.folder = folder ?? stated
  }

  /// The model of a name ("tagger", "names", "attribution").
  package func file(_ name: String) throws -> ModelFile {
    guard let folder else { return try ShippedModels.file(name) }
    let path = folder + "/" + name + ".bin"
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw ModelError(
        problem: "cannot be read (\(error.localizedDescription))", place: path,
        remedy: "name a folder of models with --models or SAYSO_MODELS, or leave both out to use "
          + "the models inside the program")
    }
    return try ModelFile([UInt8](bytes), name: path)
  }

  /// The parser and its file; of the one inside the program the great table is used where it lies,
  /// and is no section of the file.
  package func parser() throws -> (parser: DependencyParser, file: ModelFile) {
    guard folder == nil else {
      let file = try file("parser")
      return (try DependencyParser(file), file)
    }
    let table = DependencyParser.tableSection
    let file = try ShippedModels.file("parser", leaving: [table])
    let parser = try DependencyParser(
      file, table: ShippedModels.section(table, of: "parser", in: file))
    return (parser, file)
  }

  /// What finds statements, and its file; of the careful engine inside the program the great table is
  /// used where it lies, and is no section of the file.
  package func engine(_ engine: Engine) throws -> (engine: any RoleEngine, file: ModelFile) {
    if engine == .fast {
      let file = try file("attribution")
      return (try AttributionModel(file), file)
    }
    guard folder == nil else {
      let file: ModelFile
      do {
        file = try self.file("careful")
      } catch let error as ModelError {
        // Folders made for the fast engine alone are still good for it.
        throw ModelError(
          problem: error.problem, place: error.place,
          remedy: error.remedy + "; `--engine fast` does without it")
      }
      return (try CarefulModel(file), file)
    }
    let table = TransformerEncoder.tableSection
    let file = try ShippedModels.file("careful", leaving: [table])
    let model = try CarefulModel(
      file, table: ShippedModels.section(table, of: "careful", in: file))
    return (model, file)
  }
}
