internal import Sayso
internal import SaysoRecords

/// A story's days as a picture (SVG): what was said above the line, in a lane for each actor or
/// outlet, what is told to have happened below it.
///
/// A stance that an actor moved to is a frame with the sign of the stance before and that of the new one.
/// Each mark is a link to its statement and says in words what it stands for. Where there are more marks
/// than can be told apart, those of one lane and some days are counted in one that leads to the search.
struct TimelineChart {
  /// Who has a lane.
  enum Lanes { case actors, outlets }

  private struct Mark {
    let day: Int
    let lane: String
    /// Whose lane it is; nil where it is that of nobody.
    let owner: String?
    let stance: Stance?
    /// The stance that the same actor had on the same claim until then; nil where it is the first.
    let before: Stance?
    let words: String
    let href: String
  }

  /// Marks of one lane and some days: those that are drawn, and how many are not.
  private struct Group {
    let marks: [Mark]
    let rest: [Mark]
  }

  private static let mostLanes = 10
  /// Marks above the line, and below it; each has some 300 bytes.
  private static let mostMarks = 160
  private static let mostEvents = 40
  /// Characters of the words that a mark says.
  private static let mostWords = 120
  private static let width = 960.0
  private static let margin = 190.0
  /// Room at the right for half of a day's name.
  private static let end = 44.0
  private static let laneHeight = 26.0

  private let kind: Lanes
  private let marks: [Mark]
  private let events: [Mark]
  private let lanes: [String]
  private let days: ClosedRange<Int>

  /// Whether an actor moved from one stance to another.
  var hasMoves: Bool { marks.contains { $0.before != nil } }

  /// Whether there are days to tell apart.
  var isWorthShowing: Bool { marks.count > 1 && days.lowerBound < days.upperBound }

  init(_ view: StoryView, lanes: Lanes) {
    var marks: [Mark] = []
    var events: [Mark] = []
    var counts: [String: Int] = [:]
    var moves = TimelineChart.moves(in: view.brief.claims)
    for entry in view.brief.timeline {
      guard let id = entry.statements.first, let source = view.briefing.sources[id] else {
        continue
      }
      let isSaid = entry.kind == .said
      let lane = lanes == .actors ? entry.actor : source.outlet
      let stance = source.statement.stance
      let before = isSaid ? moves.removeValue(forKey: id) : nil
      let does = before.map { "moved from \($0.rawValue) to \(stance.rawValue)" } ?? stance.rawValue
      let who =
        isSaid ? "\(entry.actor ?? "nobody named") \(does): " : "told to have happened: "
      let mark = Mark(
        day: entry.day.dayNumber, lane: lane ?? (lanes == .actors ? "nobody named" : "no outlet"),
        owner: isSaid ? lane : nil, stance: isSaid ? stance : nil, before: before,
        words: "\(entry.day.iso) \(who)\(shortened(entry.text, to: TimelineChart.mostWords))",
        href: Address.statement(id))
      if isSaid {
        marks.append(mark)
        counts[mark.lane, default: 0] += 1
      } else {
        events.append(mark)
      }
    }
    let top = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(
      TimelineChart.mostLanes
    )
    .map(\.key)
    // A day far before the story (a treaty of 1994) would press the story into one point.
    let core = TimelineChart.core(of: marks.map(\.day))
    kind = lanes
    self.lanes = top
    self.marks = marks.filter { top.contains($0.lane) && core.contains($0.day) }
    self.events = events.filter { core.contains($0.day) }
    days = core
  }

  /// The stance before, by the statement with which an actor moved away from it.
  ///
  /// Nobody named is not one actor, and cannot move.
  private static func moves(in claims: [Claim]) -> [StatementID: Stance] {
    var moves: [StatementID: Stance] = [:]
    for position in claims.lazy.flatMap(\.positions) where position.actor != nil {
      let course = position.course
      for (before, after) in zip(course, course.dropFirst()) {
        moves[after.statement] = before.stance
      }
    }
    return moves
  }

  /// The days without outliers: those within twice the span of the middle nine tenths.
  private static func core(of days: [Int]) -> ClosedRange<Int> {
    let sorted = days.sorted()
    guard let first = sorted.first, let last = sorted.last else { return 0...0 }
    let low = sorted[sorted.count / 20]
    let high = sorted[sorted.count - 1 - sorted.count / 20]
    let reach = max(3, high - low)
    return max(first, low - reach)...min(last, high + reach)
  }

  private func x(_ day: Int) -> Double {
    let share = Double(day - days.lowerBound) / Double(max(1, days.upperBound - days.lowerBound))
    return TimelineChart.margin + share
      * (TimelineChart.width - TimelineChart.margin - TimelineChart.end)
  }

  /// The picture as markup.
  var html: String {
    let axis = 14 + Double(lanes.count) * TimelineChart.laneHeight
    let height = axis + 62
    var svg = HTMLText()
    svg.add("<svg class=\"timeline\" viewBox=\"0 0 960 ")
    svg.add(height)
    svg.add("\" role=\"group\" aria-label=\"Timeline: who said what on which day\">")
    for (place, lane) in lanes.enumerated() {
      let y = 14 + (Double(place) + 0.5) * TimelineChart.laneHeight
      svg.add("<line class=\"lane\" x1=\"190\" x2=\"944\" y1=\"")
      svg.add(y)
      svg.add("\" y2=\"")
      svg.add(y)
      svg.add("\"/><text class=\"label\" x=\"180\" text-anchor=\"end\" y=\"")
      svg.add(y + 4)
      svg.add("\">")
      svg.add(text: lane.count > 26 ? lane.prefix(25) + "…" : lane)
      svg.add("</text>")
    }
    for group in groups(of: marks, most: TimelineChart.mostMarks) {
      guard let lane = group.marks.first?.lane, let place = lanes.firstIndex(of: lane) else {
        continue
      }
      add(group, at: 14 + (Double(place) + 0.5) * TimelineChart.laneHeight, to: &svg)
    }
    svg.add("<line class=\"axis\" x1=\"190\" x2=\"944\" y1=\"")
    svg.add(axis)
    svg.add("\" y2=\"")
    svg.add(axis)
    svg.add("\"/>")
    addDays(at: axis, to: &svg)
    if !events.isEmpty {
      svg.add("<text class=\"label\" x=\"180\" text-anchor=\"end\" y=\"")
      svg.add(axis + 46)
      svg.add("\">happened</text>")
      for group in groups(of: events, most: TimelineChart.mostEvents) {
        add(group, at: axis + 42, to: &svg)
      }
    }
    svg.add("</svg>")
    return svg.html
  }

  /// Marks by lane and days, of so many days and with so many drawn that all together are not more
  /// than `most`, or few more.
  private func groups(of marks: [Mark], most: Int) -> [Group] {
    struct Cell: Hashable, Comparable {
      let lane: String
      let place: Int
      static func < (a: Cell, b: Cell) -> Bool { (a.lane, a.place) < (b.lane, b.place) }
    }
    var width = 1
    var cells: [Cell: [Mark]] = [:]
    repeat {
      cells = Dictionary(grouping: marks) {
        Cell(lane: $0.lane, place: ($0.day - days.lowerBound) / width)
      }
      width *= 2
    } while cells.count * 2 > most && width <= days.count
    var drawn = 8
    func total() -> Int { cells.values.reduce(0) { $0 + min($1.count, drawn) } }
    while drawn > 1, total() > most { drawn -= 1 }
    return cells.sorted { $0.key < $1.key }.map { _, marks in
      // One more is no longer than its count.
      let shown = marks.count == drawn + 1 ? marks.count : drawn
      // A change of position is drawn before what is only one more.
      let places = marks.indices.sorted {
        (marks[$0].before == nil ? 1 : 0, $0) < (marks[$1].before == nil ? 1 : 0, $1)
      }
      return Group(
        marks: places.prefix(shown).sorted().map { marks[$0] },
        rest: places.dropFirst(shown).sorted().map { marks[$0] })
    }
  }

  /// Marks of one lane; those of one day stand beside each other while there is room.
  private func add(_ group: Group, at y: Double, to svg: inout HTMLText) {
    let last = group.marks.last?.day
    for (day, same) in Dictionary(grouping: group.marks, by: \.day).sorted(by: { $0.key < $1.key })
    {
      let hasRest = day == last && !group.rest.isEmpty
      let dayWidth =
        (TimelineChart.width - TimelineChart.margin - TimelineChart.end)
        / Double(days.upperBound - days.lowerBound + 1)
      // How many signs each is wide.
      let widths = same.map { $0.before == nil ? 1.0 : 3 } + (hasRest ? [2] : [])
      let step = min(11, max(3, dayWidth / widths.reduce(0, +)))
      var end = x(day) - step * widths.reduce(0, +) / 2
      for (place, mark) in same.enumerated() {
        let middle = end + step * widths[place] / 2
        end += step * widths[place]
        svg.add("<a href=\"")
        svg.add(text: mark.href)
        svg.add("\" class=\"mark ")
        if mark.before != nil { svg.add("moved ") }
        svg.add(text: mark.stance?.rawValue ?? "happened")
        svg.add("\"><title>")
        svg.add(text: mark.words)
        svg.add("</title>")
        if mark.before != nil {
          svg.add("<rect width=\"30\" height=\"18\" rx=\"9\" x=\"")
          svg.add(middle - 15)
          svg.add("\" y=\"")
          svg.add(y - 9)
          svg.add("\"/>")
        }
        svg.add("<text text-anchor=\"middle\" x=\"")
        svg.add(middle)
        svg.add("\" y=\"")
        svg.add(y + 5)
        svg.add("\">")
        if let before = mark.before { svg.add(text: StanceSign.of(before) + "›") }
        svg.add(text: mark.stance.map(StanceSign.of) ?? "◆")
        svg.add("</text></a>")
      }
      if hasRest {
        add(group.rest, at: end + step, y, to: &svg)
      }
    }
  }

  /// The marks that are not drawn, as their number.
  private func add(_ rest: [Mark], at x: Double, _ y: Double, to svg: inout HTMLText) {
    guard let first = rest.map(\.day).min(), let last = rest.map(\.day).max(),
      let one = rest.first
    else { return }
    let (since, until) = (CalendarDate(dayNumber: first), CalendarDate(dayNumber: last))
    var query = [("since", since.iso), ("until", until.iso)]
    if let name = one.owner { query.insert((kind == .actors ? "by" : "outlet", name), at: 0) }
    svg.add("<a href=\"")
    svg.add(text: Address.search(query))
    svg.add("\" class=\"mark more\"><title>")
    svg.add(
      text: "\(span(since, until)) \(one.stance == nil ? "happened" : one.lane): \(rest.count) more"
    )
    svg.add("</title><text text-anchor=\"middle\" x=\"")
    svg.add(x)
    svg.add("\" y=\"")
    svg.add(y + 4)
    svg.add("\">+")
    svg.add(rest.count)
    svg.add("</text></a>")
  }

  private func addDays(at axis: Double, to svg: inout HTMLText) {
    let count = days.upperBound - days.lowerBound
    let step = max(1, (count + 6) / 7)
    for day in stride(from: days.lowerBound, through: days.upperBound, by: step) {
      svg.add("<line class=\"axis\" x1=\"")
      svg.add(x(day))
      svg.add("\" x2=\"")
      svg.add(x(day))
      svg.add("\" y1=\"")
      svg.add(axis)
      svg.add("\" y2=\"")
      svg.add(axis + 5)
      svg.add("\"/><text class=\"day\" text-anchor=\"middle\" x=\"")
      svg.add(x(day))
      svg.add("\" y=\"")
      svg.add(axis + 19)
      svg.add("\">")
      svg.add(text: CalendarDate(dayNumber: day).iso)
      svg.add("</text>")
    }
  }
}
