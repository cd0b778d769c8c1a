/// BCubed precision and recall of a grouping (Bagga and Baldwin, "Entity-based cross-document
/// coreferencing using the vector space model", 1998; for groups without overlap the same as in Amigó
/// et al., "A comparison of extrinsic clustering evaluation metrics", 2009): of each item, the share of
/// its group that is of its kind, and the share of its kind that is in its group, each as a mean over
/// all items.
package enum BCubed {
  /// The score of groups, named in any way, against kinds; both by item.
  package static func score<Group: Hashable, Kind: Hashable>(
    groups: [Group], kinds: [Kind]
  ) -> PrecisionRecall {
    precondition(groups.count == kinds.count, "an item has a group and a kind")
    var both: [Kind: [Group: Int]] = [:]
    var groupSizes: [Group: Int] = [:]
    for (group, kind) in zip(groups, kinds) {
      both[kind, default: [:]][group, default: 0] += 1
      groupSizes[group, default: 0] += 1
    }
    // Item by item, so that the sums have one order.
    var precision = 0.0
    var recall = 0.0
    for (group, kind) in zip(groups, kinds) {
      let shared = Double(both[kind]?[group] ?? 0)
      precision += shared / Double(groupSizes[group] ?? 1)
      recall += shared / Double(both[kind]?.values.reduce(0, +) ?? 1)
    }
    let count = Double(groups.count)
    return PrecisionRecall(precision, of: count, recall, of: count)
  }
}
