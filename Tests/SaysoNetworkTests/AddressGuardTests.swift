import SaysoNetwork
import Testing

@Suite struct AddressGuardTests {
  @Test(arguments: [
    ("0.0.0.0", "unspecified"), ("0.1.2.3", "unspecified"), ("10.255.0.1", "private"),
    ("100.64.0.1", "shared"), ("100.127.255.255", "shared"), ("127.0.0.1", "loopback"),
    ("127.255.255.254", "loopback"), ("169.254.169.254", "link-local"), ("172.16.0.1", "private"),
    ("172.31.255.255", "private"), ("192.0.0.8", "reserved"), ("192.0.2.1", "documentation"),
    ("192.88.99.1", "relay"), ("192.168.0.1", "private"), ("198.18.0.1", "benchmark"),
    ("198.19.255.255", "benchmark"), ("198.51.100.7", "documentation"),
    ("203.0.113.9", "documentation"), ("224.0.0.1", "multicast"), ("239.255.255.250", "multicast"),
    ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"),
    ("::", "unspecified"), ("::1", "loopback"), ("::ffff:127.0.0.1", "loopback"),
    ("::ffff:10.1.2.3", "private"), ("::127.0.0.1", "outside"), ("64:ff9b::a00:1", "private"),
    ("64:ff9b::7f00:1", "loopback"), ("64:ff9b:1::1", "private"), ("2002:7f00:1::1", "loopback"),
    ("2002:c0a8:101::", "private"), ("2001:0:4136:e378::1", "reserved"), ("100::1", "discard"),
    ("2001:db8::1", "documentation"), ("3fff::1", "documentation"), ("fc00::1", "private"),
    ("fd12:3456::1", "private"), ("fe80::1", "link-local"), ("febf::1", "link-local"),
    ("fec0::1", "private"), ("ff02::1", "multicast"), ("4000::1", "outside"),
    ("5f00::1", "outside"),
  ])
  func `what is not on the public internet is refused`(_ text: String, _ kind: String) throws {
    let address = try #require(IPAddress(text))
    let refusal = try #require(AddressGuard.publicOnly.refusal(of: address))
    #expect(refusal.contains(kind), "\(text): \(refusal)")
    #expect(AddressGuard.anywhere.refusal(of: address) == nil)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
    "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255",
    "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1",
    "2001:4860:4860::8888", "64:ff9b::101:101", "::ffff:1.1.1.1", "2002:101:101::1",
    "2001:200::1", "3ffe::1",
  ])
  func `the neighbours of the refused ranges are not refused`(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressGuard.publicOnly.refusal(of: address) == nil)
  }
}
