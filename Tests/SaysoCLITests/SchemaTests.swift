import Foundation
import Testing

struct SchemaTests {
  /// The module jsonschema of PyPI, where the machine has it; the tests of Sayso have a smaller
  /// validator of their own that always runs.
  @Test func `an independent validator agrees with the schemas`() throws {
    let program = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          print("skipped"); sys.exit()
      for name in ["read", "text", "statements", "actors", "verify", "versions", "feeds", "brief"]:
          schema = json.load(open(f"docs/{name}.schema.json"))
          jsonschema.Draft202012Validator.check_schema(schema)
          validator = jsonschema.Draft202012Validator(schema)
          for line in open(f"Tests/SaysoCLITests/Goldens/{name}.jsonl"):
              validator.validate(json.loads(line))
      print("valid")
      """
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try SaysoProcess.shell(
      "command -v python3 >/dev/null || { echo skipped; exit 0; }; exec python3 -c \"$1\"",
      [program], in: packageFolder.path, environment: ["PATH": path])
    #expect(["valid\n", "skipped\n"].contains(run.output), "\(run.errors)")
  }
}
