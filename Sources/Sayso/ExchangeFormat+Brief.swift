public import SaysoRecords

/// Briefs, claims and traces in the words of the exchange format.
extension ExchangeFormat {
  /// A story's brief: one line of `sayso brief --json`.
  public static func line(_ briefing: Desk.Briefing) -> [UInt8] {
    let brief = briefing.brief
    var json = JSONWriter()
    json.object { json in
      json.name("story")
      story(brief.story, &json)
      json.name("claims")
      json.array(brief.claims) { claim($1, briefing, &$0) }
      json.name("figures")
      json.array(brief.figures) { figures($1, &$0) }
      json.name("timeline")
      json.array(brief.timeline) { entry($1, &$0) }
      json.name("unnamed")
      json.array(brief.unnamed) { $0.value($1.text) }
      json.name("cited")
      json.array(brief.cited) { json, source in
        json.object { json in
          json.name("source")
          json.value(source.source)
          json.name("held")
          json.value(source.held)
          json.name("statements")
          json.array(source.statements) { $0.value($1.text) }
        }
      }
      json.name("changes")
      json.array(brief.changes) { change($1, &$0) }
    }
    json.endLine()
    return json.bytes
  }

  /// A story: one line of `sayso stories --json`.
  public static func line(_ story: Story) -> [UInt8] {
    var json = JSONWriter()
    ExchangeFormat.story(story, &json)
    json.endLine()
    return json.bytes
  }

  /// A claim: one line of `sayso claims --json`.
  ///
  /// - Parameter briefing: the brief that it is of, which knows what people put right.
  public static func line(
    _ claim: Claim, of story: Story, in briefing: Desk.Briefing? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("story")
      json.value(story.id)
      json.name("claim")
      ExchangeFormat.claim(claim, briefing, &json)
    }
    json.endLine()
    return json.bytes
  }

  /// Figures side by side: one line of `sayso figures --json`.
  public static func line(_ comparison: FigureComparison, of story: Story) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("story")
      json.value(story.id)
      json.name("figures")
      figures(comparison, &json)
    }
    json.endLine()
    return json.bytes
  }

  /// A step of a trace: one line of `sayso trace --json`.
  public static func line(_ step: Desk.Step, _ source: Desk.SourceLine) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("statement")
      json.value(step.statement.text)
      json.name("depth")
      json.value(step.depth)
      json.name("link")
      json.value(step.link)
      json.name("report")
      json.value(source.report.text)
      json.name("outlet")
      json.value(source.outlet)
      json.name("day")
      json.value(source.day?.iso)
      json.name("actor")
      json.value(source.actor)
      json.name("stance")
      json.value(source.statement.stance.rawValue)
      json.name("chain")
      json.array(source.chain) { $0.value($1) }
      json.name("text")
      json.value(source.statement.content.text)
    }
    json.endLine()
    return json.bytes
  }

  private static func story(_ story: Story, _ json: inout JSONWriter) {
    json.object { json in
      json.name("id")
      json.value(story.id)
      json.name("name")
      json.value(story.name)
      json.name("first")
      json.value(story.first?.iso)
      json.name("last")
      json.value(story.last?.iso)
      json.name("reports")
      json.value(story.reports.count)
      json.name("origins")
      json.value(story.origins)
      json.name("outlets")
      json.array(story.outlets) { $0.value($1) }
    }
  }

  private static func claim(
    _ claim: Claim, _ briefing: Desk.Briefing?, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.name("id")
      json.value(claim.id.text)
      json.name("wording")
      json.value(claim.wording)
      json.name("reports")
      json.value(claim.reports.count)
      json.name("origins")
      json.value(claim.origins)
      json.name("first")
      json.value(claim.first?.iso)
      json.name("last")
      json.value(claim.last?.iso)
      json.name("positions")
      json.array(claim.positions) { json, position in
        json.object { json in
          json.name("actor")
          json.value(position.actor)
          json.name("named")
          json.value(position.named)
          json.name("stance")
          json.value(position.stance.rawValue)
          json.name("since")
          json.value(position.since?.iso)
          json.name("earlier")
          json.array(position.earlier) { json, taken in
            json.object { json in
              json.name("stance")
              json.value(taken.stance.rawValue)
              json.name("since")
              json.value(taken.day?.iso)
            }
          }
          json.name("statements")
          json.array(position.taken) { $0.value($1.statement.text) }
          json.name("alignment")
          json.value(thousandths: position.alignment.value)
          corrected(briefing?.corrected(position) ?? [], &json)
        }
      }
      json.name("silent")
      json.array(claim.silent) { $0.value($1) }
      json.name("related")
      json.array(claim.related) { json, related in
        json.object { json in
          json.name("claim")
          json.value(related.claim.text)
          json.name("as")
          json.value(related.kind.rawValue)
        }
      }
    }
  }

  private static func figures(_ comparison: FigureComparison, _ json: inout JSONWriter) {
    json.object { json in
      json.name("claim")
      json.value(comparison.claim.text)
      json.name("verdict")
      json.value(comparison.verdict.rawValue)
      json.name("values")
      json.array(comparison.values) { json, value in
        json.object { json in
          json.name("text")
          json.value(value.figure.passage.text)
          json.name("low")
          json.value(value.figure.low)
          json.name("high")
          json.value(value.figure.high)
          json.name("bound")
          json.value(value.figure.bound.rawValue)
          json.name("unit")
          json.value(value.figure.unit)
          json.name("counts")
          json.value(value.figure.counts)
          json.name("actor")
          json.value(value.actor)
          json.name("chain")
          json.array(value.chain) { $0.value($1) }
          json.name("first")
          json.value(value.first?.iso)
          json.name("last")
          json.value(value.last?.iso)
          json.name("statements")
          json.array(value.statements) { $0.value($1.text) }
        }
      }
    }
  }

  private static func entry(_ entry: TimelineEntry, _ json: inout JSONWriter) {
    json.object { json in
      json.name("date")
      json.value(entry.day.iso)
      json.name("what")
      json.value(entry.kind.rawValue)
      json.name("actor")
      json.value(entry.actor)
      json.name("text")
      json.value(entry.text)
      json.name("statements")
      json.array(entry.statements) { $0.value($1.text) }
    }
  }

  private static func change(_ change: StoryChange, _ json: inout JSONWriter) {
    json.object { json in
      json.name("what")
      json.value(change.kind.rawValue)
      json.name("claim")
      json.value(change.claim.text)
      json.name("actor")
      json.value(change.actor)
      json.name("before")
      json.value(change.before)
      json.name("after")
      json.value(change.after)
      json.name("date")
      json.value(change.day?.iso)
      json.name("statement")
      json.value(change.statement?.text)
    }
  }
}
