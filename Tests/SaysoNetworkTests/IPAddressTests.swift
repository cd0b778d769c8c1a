@testable import SaysoNetwork
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"),
    ("::1", "::1"), ("1:0:0:2::", "1:0:0:2::"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("::ffff:127.0.0.1", "::ffff:7f00:1"),
  ])
  func `an address is written in its shortest form`(_ text: String, _ expected: String) {
    #expect(IPAddress(text)?.description == expected)
  }

  @Test(arguments: ["127.1", "0x7f.0.0.1", "1.2.3", "fe80::1%1", "", "a.example", "1.2.3.256"])
  func `the usual form is read strictly`(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("127.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("2130706433", "127.0.0.1"),
    ("0x7f000001", "127.0.0.1"), ("017700000001", "127.0.0.1"), ("0300.0250.1", "192.168.0.1"),
    ("10.0.257", "10.0.1.1"), ("0", "0.0.0.0"), ("0x", "0.0.0.0"),
  ])
  func `odd spellings are read as the system's resolver reads them`(
    _ text: String, _ expected: String
  ) {
    #expect(IPAddress(loose: text)?.description == expected)
  }

  @Test(arguments: ["256.1.1.1", "1.2.3.4.5", "1..2", "08", "4294967296", "+1", "0xg", "", "1.-2"])
  func `what is no number is no address in odd spelling`(_ text: String) {
    #expect(IPAddress(loose: text) == nil)
  }
}
