import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct APITests {
  private func json(_ answer: TestResponse) throws -> [String: Any] {
    let data = Data(answer.text.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `the description names every path, and every path answers as it says`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      func get(_ path: String) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
      }
      let document = try json(try await get("/api/openapi.json"))
      #expect(document["openapi"] as? String == "3.1.0")
      let paths = try #require(document["paths"] as? [String: Any])
      #expect(Set(paths.keys) == Set(API.operations.map { APIDescription.path($0.path) }))
      let story = try json(try await get("/api/stories/all"))
      let claims = try #require(story["claims"] as? [[String: Any]])
      let claim = try #require(claims.first?["id"] as? String)
      let statements = try json(try await get("/api/statements"))
      let found = try #require(statements["items"] as? [[String: Any]])
      let report = try #require((found.first?["report"] as? [String: Any])?["id"] as? String)
      for operation in API.operations {
        let path = operation.path.replacing(":story", with: "all")
          .replacing(":claim", with: claim).replacing(":report", with: report)
        let answer = try await get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(answer.headers[.contentType] == "application/json")
        let object = try json(answer)
        if operation.isList {
          #expect(object["items"] is [Any] && object["next"] != nil, "\(path)")
        }
      }
    }
  }

  @Test func `lists come in pages that do not overlap`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      var ids: [String] = []
      var next: Int? = 0
      while let start = next {
        let answer = try json(
          try await client.executeRequest(
            uri: "/api/statements?limit=2&start=\(start)", method: .get, headers: [:], body: nil))
        let items = try #require(answer["items"] as? [[String: Any]])
        ids += items.compactMap { $0["id"] as? String }
        next = answer["next"] as? Int
      }
      #expect(ids.count > 3 && Set(ids).count == ids.count)
    }
  }

  @Test func `an empty number, day or stance is refused, an empty text is left out`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      func get(_ path: String) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
      }
      for operation in API.operations where operation.schema != nil && !operation.path.contains(":")
      {
        for parameter in operation.parameters {
          for value in ["=", "=%20", ""] {
            let path = operation.path + "?" + parameter.name + value
            let answer = try await get(path)
            #expect(answer.status == (parameter.isText ? .ok : .badRequest), "\(path)")
            guard !parameter.isText else { continue }
            let error = try #require(try json(answer)["error"] as? [String: Any])
            #expect((error["problem"] as? String)?.contains(parameter.name) == true)
          }
        }
      }
      // A form sends what was left empty.
      let page = try await get("/search?q=harbour&by=&stance=&outlet=&figure=&since=&until=")
      #expect(page.status == .ok)
    }
  }

  @Test(
    "Problems have one shape",
    arguments: [
      ("/api/nosuch", 404), ("/api/stories/nosuch", 404), ("/api/statements?limit=0", 400),
      ("/api/statements?since=soon", 400), ("/api/reports/nosuch", 404),
      ("/api/stories/all/claims/x/trace", 404), ("/api/stories?limit=x", 400),
      ("/api/statements?until=", 400), ("/api/stories/all/claims?limit=", 400),
    ])
  func problems(_ path: String, _ status: Int) async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      let answer = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
      #expect(answer.status.code == status)
      let error = try #require(try json(answer)["error"] as? [String: Any])
      #expect(error["status"] as? Int == status)
      #expect((error["problem"] as? String)?.isEmpty == false)
      #expect((error["remedy"] as? String)?.isEmpty == false)
    }
  }
}
