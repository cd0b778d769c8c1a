internal import Foundation
internal import SaysoLearning

/// How statements are found.
public enum Engine: String, Sendable, Hashable, CaseIterable {
  /// A transformer: finds more, errs less, and takes several times as long.
  case careful
  /// Linear models: for bulk.
  case fast

  /// What is used where nobody says otherwise: what suits a desk.
  public static let standard = Engine.careful

  /// The one asked for, else the one that the environment's SAYSO_ENGINE names, else the standard
  /// one.
  ///
  /// Throws where the environment names none that there is.
  public static func chosen(
    _ asked: Engine? = nil, environment: [String: String]? = nil
  ) throws -> Engine {
    if let asked { return asked }
    let environment = environment ?? ProcessInfo.processInfo.environment
    guard let name = environment["SAYSO_ENGINE"], !name.isEmpty else { return standard }
    guard let engine = Engine(rawValue: name) else {
      throw ModelError(
        problem: "there is no engine of this name", place: "SAYSO_ENGINE=\(name)",
        remedy: "set it to " + allCases.map(\.rawValue).joined(separator: " or "))
    }
    return engine
  }
}
