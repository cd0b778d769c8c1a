import Testing

@testable import Sayso

struct ExchangeFormatTests {
  @Test func `members stand in the order of the format, spans count code points`() {
    let line = String(decoding: ExchangeFormat.line(sampleRead()), as: UTF8.self)
    let expected = #"""
      {"id":"r-1","title":"A \"title\"","subtitle":null,"url":"https://courier.example/1",\#
      "outlet":"The Courier","agency":null,"byline":null,"published":"2031-03-14","modified":null,\#
      "section":null,"caption":null,"extent":"full","language":"en","sha256":"\#(noDigest.hex)",\#
      "provenance":null,\#
      "text":"😀 “It was us,” Zoë Brandt admitted on Friday, “and about 12 of our men.”\nTokyo (東京) denied it.",\#
      "statements":[{"id":"r-1.1","kind":"direct","stance":"confirms","confidence":0.931,\#
      "speaker":{"text":"Zoë Brandt","spans":[[15,25]],"actor":"Zoë Brandt","named":true},\#
      "cue":{"text":"admitted","spans":[[26,34]]},\#
      "content":{"text":"“It was us,” … “and about 12 of our men.”","spans":[[2,14],[46,72]]},\#
      "chain":[{"text":"Tokyo","spans":[[73,78]],"actor":null}],"said":"2031-03-14","holds":null,\#
      "figures":[0]},\#
      {"id":"r-1.2","kind":"indirect","stance":"denies","confidence":1,"speaker":null,"cue":null,\#
      "content":{"text":"it.","spans":[[91,94]]},"chain":[],"said":null,"holds":null,"figures":[]}],\#
      "mentions":[{"text":"Zoë Brandt","span":[15,25],"type":"PER","actor":"Zoë Brandt"},\#
      {"text":"Tokyo","span":[73,78],"type":"LOC","actor":null}],\#
      "dates":[{"text":"on Friday","span":[35,44],"type":"DATE","value":"2031-03-14"}],\#
      "figures":[{"text":"about 12 of our men","span":[51,70],"low":12,"high":null,"bound":"about",\#
      "unit":"person","counts":"men","whole":null}]}

      """#
    #expect(line == expected)
  }

  @Test func `the code points of every span are the words beside it`() throws {
    let record = try JSONTree(ExchangeFormat.line(sampleRead()))
    let text = Array(try #require(record["text"]?.text).unicodeScalars)
    var checked = 0
    func check(_ value: JSONTree) {
      let spans = value["spans"]?.items ?? value["span"].map { [$0] } ?? []
      if !spans.isEmpty {
        let pieces = spans.map { span in
          let ends = (span.items ?? []).compactMap(\.number).map { Int($0) }
          return String(String.UnicodeScalarView(text[ends[0]..<ends[1]]))
        }
        #expect(pieces.joined(separator: " … ") == value["text"]?.text)
        checked += 1
      }
      value.members?.values.forEach(check)
      value.items?.forEach(check)
    }
    check(record)
    #expect(checked == 9)
  }

  @Test func `a report that no model covers says so`() throws {
    let read = ReadReport(report: sampleRead().report, analysed: false)
    let line = ExchangeFormat.line(read)
    #expect(String(decoding: line, as: UTF8.self).hasSuffix("\"figures\":[],\"analysed\":false}\n"))
    #expect(try JSONSchema(named: "read").problems(of: line) == [])
  }

  @Test func `a line of read fits its schema`() throws {
    #expect(try JSONSchema(named: "read").problems(of: ExchangeFormat.line(sampleRead())) == [])
  }

  @Test func `a group names its actors, a part its whole, a content when it holds and its figures`()
    throws
  {
    let line = ExchangeFormat.line(groupRead())
    #expect(try JSONSchema(named: "read").problems(of: line) == [])
    let record = try JSONTree(line)
    let statement = try #require(record["statements"]?.items?.first)
    #expect(statement["speaker"]?["actors"]?.items?.map(\.text) == ["Harl", "Nordbau"])
    #expect(statement["holds"]?.text == "2031-03")
    #expect(statement["figures"]?.items?.map(\.number) == [0, 1])
    let figures = try #require(record["figures"]?.items)
    #expect(figures[0]["whole"]?.items?.map(\.number) == [27, 39])
    #expect(figures[1]["whole"] == .some(.null))
  }

  @Test func `a line of text fits its schema`() throws {
    let line = ExchangeFormat.line(sampleRead().report, file: "a/b.txt")
    #expect(try JSONSchema(named: "text").problems(of: line) == [])
  }

  @Test(arguments: [
    Addition.added, .unchanged, .newVersion(2), .newAnalysis(3),
  ])
  func `a line of add fits its schema`(_ addition: Addition) throws {
    let line = ExchangeFormat.line(sampleRead(), addition, file: "b.jsonl, line 3")
    #expect(try JSONSchema(named: "add").problems(of: line) == [])
  }

  @Test(arguments: [
    (#"{"id":1}"#, "$: title is missing"),
    (#"{"id":1}"#, "$.id: is none of"),
    (#"{"extra":1}"#, "$: extra is not known"),
    (#"{"statements":[{"kind":"loud"}]}"#, "$.statements[0].kind: is none of the values"),
    (#"{"mentions":[{"span":[1]}]}"#, "$.mentions[0].span: has too few items"),
    (#"{"published":"yesterday"}"#, "$.published: does not match the pattern"),
    (#"{"analysed":true}"#, "$.analysed: is not the value"),
  ])
  func `the schema refuses what does not fit`(_ line: String, problem: String) throws {
    let problems = try JSONSchema(named: "read").problems(of: Array(line.utf8))
    #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
  }
}
