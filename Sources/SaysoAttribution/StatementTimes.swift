internal import SaysoLanguage
internal import SaysoRecords

/// When statements were made and when their contents are to hold, from the times of the report.
///
/// Asked in reading order: what is said in one scene ("in an interview in March") is said on its day.
struct StatementTimes {
  private let input: AttributionInput
  private let times: [TimeExpression]
  /// The statement before that had a day of its own, or took one.
  private var last: (sentence: Int, source: Range<Int>?, value: String)?
  /// The event at which somebody speaks, with the sentence of the last statement there.
  private var scene: (actor: String, value: String, sentence: Int)?
  /// Who spoke last, and where.
  private var voice: (actor: String, sentence: Int)?
  /// The first sentence after others have spoken.
  private var firstSetting = 0

  /// - Parameter times: The expressions of time of the report, ascending.
  init(input: AttributionInput, times: [TimeExpression]) {
    self.input = input
    self.times = times
  }

  // MARK: Said

  /// The day, month or week on which a statement was made, as a TIMEX3 value.
  ///
  /// - Parameter actor: Who speaks, where a name is known.
  mutating func said(_ plan: StatementPlan, actor: String?) -> String? {
    let number = Int(input.sentenceOfToken[plan.cue.lowerBound])
    if let actor, let voice, voice.actor != actor {
      scene = nil
      firstSetting = voice.sentence + 1
    }
    if let actor { voice = (actor, number) }
    if let (value, time) = ownDay(plan, input.text.sentences[number]) {
      last = (number, plan.source, value)
      scene = actor.flatMap { isScene(around: time, plan) ? ($0, value, number) : nil }
      return value
    }
    if let last, last.sentence == number, plan.source != nil, plan.source == last.source {
      return last.value
    }
    // Who tells somebody else, or says it now, has left the scene.
    guard let actor, !["told", "tells"].contains(word(plan.cue.lowerBound)),
      input.tags[plan.cue.lowerBound].penn != .vbz
    else {
      scene = nil
      return nil
    }
    if scene == nil { scene = setting(of: actor, before: number) }
    guard let scene, scene.actor == actor, number - scene.sentence <= StatementTimes.longestPause
    else { return nil }
    self.scene?.sentence = number
    return scene.value
  }

  /// The event that a sentence shortly before tells of with the speaker's name and a day.
  ///
  /// "Lind spoke at a conference on Monday." Nobody else may have spoken since.
  private func setting(
    of actor: String, before number: Int
  ) -> (actor: String, value: String, sentence: Int)? {
    guard let name = actor.split(separator: " ").last?.lowercased() else { return nil }
    let first = max(firstSetting, number - StatementTimes.longestPause)
    for sentence in (min(first, number)..<number).reversed() {
      let tokens = input.text.sentences[sentence]
      for time in times(in: input.text.span(tokens)) {
        if let value = StatementTimes.day(of: time), value.utf8.count == 10,
          isEvent(near: time.span, tokens, outside: []),
          tokens.contains(where: { word($0) == name })
        {
          return (actor, value, sentence)
        }
      }
    }
    return nil
  }

  /// A scene ends when its speaker is silent for longer than this, in sentences: caution before reach.
  private static let longestPause = 2

  /// The time that stands beside cue or speaker, between cue and content, or opens the sentence:
  /// outside of the content, and not as a limit ("before Wednesday").
  private func ownDay(
    _ plan: StatementPlan, _ sentence: Range<Int>
  ) -> (value: String, time: TextSpan)? {
    let whole = input.text.span(sentence)
    let cue = input.text.span(plan.cue)
    let anchors = [plan.cue, plan.source].compactMap { $0 }.map { input.text.span($0) }
    let taken = plan.contents.map { input.text.span($0) }
    let near = times(in: whole).compactMap { time -> (gap: Int, value: String, time: TextSpan)? in
      guard let value = StatementTimes.day(of: time), value.utf8.count >= 7,
        !taken.contains(where: { $0.overlaps(time.span) }),
        let first = token(at: time.span.start, in: sentence),
        !isLimit(first, sentence, StatementTimes.limits), !isQuotedAlone(first, plan)
      else { return nil }
      let gap = anchors.map { StatementTimes.distance($0, time.span) }.min() ?? Int.max
      let opens =
        time.span.end < cue.start
        && (time.span.start - whole.start < 50
          || time.span.start - whole.start < 80
            && !(sentence.lowerBound..<first).contains { input.isVerb($0) })
      // "told Reuters last month that".
      let isAddressed =
        cue.end <= time.span.start && time.span.start - cue.end <= 40
        && taken.contains { $0.start >= time.span.end }
        && !(plan.cue.upperBound..<max(first, plan.cue.upperBound)).contains { input.isVerb($0) }
      // A month or a week counts only right beside, a day also a little off.
      guard gap <= (value.utf8.count == 10 ? 25 : 1) || opens || isAddressed else { return nil }
      return (isAside(first, plan) ? gap + 100 : gap, value, time.span)
    }
    return near.min { $0.gap < $1.gap }.map { ($0.value, $0.time) }
  }

  /// Whether the cue stands in a quotation that the time is outside of: somebody in it speaks.
  private func isQuotedAlone(_ time: Int, _ plan: StatementPlan) -> Bool {
    input.quotes.isQuoted(plan.cue.lowerBound) && !input.quotes.isQuoted(time)
  }

  /// Whether a verb of the speaker's phrase comes before the time ("Lind, who resigned on Friday"):
  /// any other time is nearer than that.
  private func isAside(_ time: Int, _ plan: StatementPlan) -> Bool {
    guard let source = plan.source, source.contains(time) else { return false }
    return (source.lowerBound..<time).contains { input.isVerb($0) }
  }

  private static let limits: Set<String> = ["before", "after", "since", "until", "by", "from"]

  /// Whether the words near a time name an event at which people speak, outside of the content.
  private func isScene(around time: TextSpan, _ plan: StatementPlan) -> Bool {
    let sentence = input.text.sentences[Int(input.sentenceOfToken[plan.cue.lowerBound])]
    return isEvent(near: time, sentence, outside: plan.contents)
  }

  private func isEvent(
    near time: TextSpan, _ sentence: Range<Int>, outside contents: [Range<Int>]
  ) -> Bool {
    guard let first = token(at: time.start, in: sentence) else { return false }
    let near = max(sentence.lowerBound, first - 8)..<min(sentence.upperBound, first + 8)
    return near.contains { token in
      !contents.contains { $0.contains(token) } && StatementTimes.events.contains(word(token))
        // "ahead of a speech on Monday" nobody has spoken yet.
        && (max(sentence.lowerBound, token - 5)..<token).contains {
          StatementTimes.places.contains(word($0))
        }
    }
  }

  private static let events: Set<String> = [
    "interview", "conference", "briefing", "speech", "keynote", "podcast",
  ]
  private static let places: Set<String> = ["in", "at", "during", "gave", "opened", "delivered"]

  // MARK: Holds

  /// When a content is to hold: its first time that is a limit ("by December", "until Friday"), or
  /// that a verb of what is to come governs ("will meet on Friday").
  ///
  /// - Parameter stance: What the speaker does with it: plans and demands need no such verb.
  func holds(_ contents: [Range<Int>], stance: Stance) -> String? {
    for content in contents {
      for time in times(in: input.text.span(content)) {
        guard let value = StatementTimes.day(of: time),
          let first = token(at: time.span.start, in: content), !isPast(time)
        else { continue }
        let sentence = input.text.sentences[Int(input.sentenceOfToken[first])]
        let start = max(sentence.lowerBound, content.lowerBound)
        let outlook = outlook(start..<first)
        if isLimit(first, sentence, ["until", "till"]) { return value }
        // "had gone home by Monday" is over.
        if isLimit(first, sentence, ["by"]), outlook != .past { return value }
        // "from February to April" holds at its end.
        if isLimit(first, sentence, ["from"]) { continue }
        switch outlook {
        case .future: return value
        case .open where [.plans, .urges, .warns].contains(stance) || isFuture(time): return value
        default: continue
        }
      }
    }
    return nil
  }

  private enum Outlook { case past, future, open }

  /// What the nearest verb group before a time says of it.
  private func outlook(_ before: Range<Int>) -> Outlook {
    for token in before.reversed() {
      let word = word(token)
      switch input.tags[token].penn {
      case .md:
        // "would have met" did not.
        let isUnreal = token + 1 < before.upperBound && self.word(token + 1) == "have"
        return isUnreal ? .past : .future
      case .wdt, .wp, .wrb: return .past
      case .vbd, .vbz, .vbp:
        if StatementTimes.intentions.contains(word) { return .future }
        return .past
      default:
        if StatementTimes.expectations.contains(word) { return .future }
      }
    }
    return .open
  }

  private static let intentions: Set<String> = [
    "plans", "plan", "aims", "aim", "intends", "intend", "expects", "expect", "hopes", "hope",
  ]
  private static let expectations: Set<String> = [
    "scheduled", "expected", "due", "slated", "planned", "projected", "anticipated", "set",
  ]

  private func isPast(_ time: TimeExpression) -> Bool {
    let words = time.passage.text.lowercased()
    return ["last", "ago", "yesterday", "earlier", "previous", "past"].contains(
      where: words.contains)
  }

  private func isFuture(_ time: TimeExpression) -> Bool {
    let words = time.passage.text.lowercased()
    return ["next", "tomorrow", "coming"].contains(where: words.contains)
  }

  // MARK: Times

  /// The value of a date; of a time of day that names its day, the day; nil for others.
  private static func day(of time: TimeExpression) -> String? {
    guard let value = time.value, value.first?.isNumber ?? false else { return nil }
    switch time.kind {
    case .date: return value
    case .time:
      let words = time.passage.text.lowercased()
      let namesDay = StatementTimes.daysAndMonths.contains(where: words.contains)
      let day = value.prefix { $0 != "T" }
      return namesDay && day.utf8.count == 10 ? String(day) : nil
    default: return nil
    }
  }

  private static let daysAndMonths = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may ", "june", "july", "august", "september", "october",
    "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
  ]

  /// The times that lie wholly inside a span.
  private func times(in span: TextSpan) -> ArraySlice<TimeExpression> {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < times.count, times[end].span.end <= span.end { end += 1 }
    return times[low..<end]
  }

  private func token(at offset: Int, in range: Range<Int>) -> Int? {
    range.first { input.text.tokens[$0].end > offset }
  }

  private func word(_ token: Int) -> String { input.text.word(token).lowercased() }

  /// Whether one of some prepositions stands right before the first token of a time.
  private func isLimit(_ first: Int, _ sentence: Range<Int>, _ words: Set<String>) -> Bool {
    first > sentence.lowerBound && words.contains(word(first - 1))
  }

  private static func distance(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.start >= b.end ? a.start - b.end : max(0, b.start - a.end)
  }
}
