internal import SaysoRecords

/// Whom a report is compared with, and what comes of it.
extension StoryGrouper {
  /// Where `at` stands, or would stand, in a list: sought from the end in growing steps, since most
  /// reports are newer than those there.
  func position(_ at: Int, in list: [Int32]) -> Int {
    var high = list.count
    var step = 1
    while high > 0, !isEarlier(Int(list[max(0, high - step)]), at) {
      high = max(0, high - step)
      step *= 2
    }
    var low = max(0, high - step)
    while low < high {
      let middle = (low + high) / 2
      if isEarlier(Int(list[middle]), at) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The earlier reports that share keys enough with one, ascending by place.
  func candidates(of at: Int) -> [Int] {
    var seen: [UInt64] = []
    for key in entries[at].keys {
      guard let list = lists[key.hash] else { continue }
      let place = position(at, in: list)
      for other in list[max(0, place - StoryGrouper.window)..<place] {
        seen.append(UInt64(other) << 8 | UInt64(key.worth))
      }
    }
    return StoryGrouper.worthy(&seen)
  }

  /// Of places with what a shared key is worth, those whose keys are worth ``sharing`` together.
  static func worthy(_ seen: inout [UInt64]) -> [Int] {
    seen.sort()
    var result: [Int] = []
    var at = 0
    while at < seen.count {
      let place = seen[at] >> 8
      var worth: UInt64 = 0
      while at < seen.count, seen[at] >> 8 == place {
        worth += seen[at] & 0xFF
        at += 1
      }
      if worth >= sharing { result.append(Int(place)) }
    }
    return result
  }

  func link(_ at: Int, to other: Int) -> Link {
    Link(
      place: other,
      odds: scorer.score(entries[at].profile, entries[other].profile, usesTime: usesTime))
  }

  /// The links of a report to the best of its candidates.
  func links(of at: Int, among candidates: [Int]) -> [Link] {
    candidates.reduce(into: []) { links, other in insert(link(at, to: other), into: &links) }
  }

  /// Puts a link where it belongs, if it is good enough; of equals the earlier report comes first.
  func insert(_ link: Link, into links: inout [Link]) {
    guard link.odds >= StoryGrouper.linking else { return }
    let place = links.firstIndex { other in
      link.odds != other.odds ? link.odds > other.odds : isEarlier(link.place, other.place)
    }
    guard let place = place ?? (links.count < StoryGrouper.mostLinks ? links.count : nil) else {
      return
    }
    links.insert(link, at: place)
    if links.count > StoryGrouper.mostLinks { links.removeLast() }
  }
}
