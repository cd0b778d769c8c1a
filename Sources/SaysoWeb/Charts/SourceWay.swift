internal import Sayso
internal import SaysoRecords

/// The way of a statement to the page as a path: who spoke, who passed it on, who published it.
///
/// A list of nodes with arrows between them, each with its role in words; unnamed and unknown ones say so,
/// and their frames differ, so that nothing depends on colours.
struct SourceWay {
  /// The nodes, from the speaker on.
  let nodes: [Fields]

  /// - Parameters:
  ///   - actor: who spoke; nil where nobody is named or described.
  ///   - isNamed: whether a name is known.
  ///   - chain: the relays, from the speaker on.
  ///   - missing: those of the relays of whose own reports the ledger has none.
  init(
    actor: String?, isNamed: Bool, actorHref: String?, chain: [String], outlet: String?,
    outletHref: String, missing: Set<String> = []
  ) {
    var nodes = [
      SourceWay.node(
        "speaker", actor ?? "nobody named", href: actor == nil ? nil : actorHref,
        look: actor == nil ? "unknown" : isNamed ? "" : "unnamed",
        note: actor != nil && !isNamed ? "unnamed" : "")
    ]
    nodes += chain.map {
      SourceWay.node("relay", $0, note: missing.contains($0) ? "not in the ledger" : "")
    }
    nodes.append(
      SourceWay.node(
        "outlet", outlet ?? "no outlet known", href: outletHref,
        look: outlet == nil ? "unknown" : ""))
    nodes[0]["isFirst"] = true
    self.nodes = nodes
  }

  private static func node(
    _ role: String, _ name: String, href: String? = nil, look: String = "", note: String = ""
  ) -> Fields {
    [
      "role": role, "name": name, "href": href ?? "", "hasHref": href != nil, "look": look,
      "note": note, "hasNote": !note.isEmpty, "isFirst": false,
    ]
  }
}
