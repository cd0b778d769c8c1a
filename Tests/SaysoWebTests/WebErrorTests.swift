import Foundation
import NIOCore
import Testing

@testable import SaysoWeb

@Suite struct WebErrorTests {
  @Test(
    "What keeps pages from being served is told with its remedy",
    arguments: [
      (EADDRINUSE, "another program listens there", "--port (0 for a free one)"),
      (EACCES, "this port may not be used", "from 1024 on"),
      (EADDRNOTAVAIL, "the address cannot be listened on", "check --host"),
    ])
  func sentences(_ code: Int32, _ problem: String, _ remedy: String) {
    let error = WebError(IOError(errnoCode: code, reason: "bind"), host: "127.0.0.1", port: 80)
    #expect("\(error)".hasPrefix("127.0.0.1:80: " + problem + " ("))
    #expect("\(error)".contains(remedy))
  }
}
