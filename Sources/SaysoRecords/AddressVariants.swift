/// The marks by which sites and caches name another form of the same page: AMP, print, mobile.
enum AddressVariants {
  // MARK: - Hosts

  /// A host without the labels of mobile and AMP sites; "www." stays.
  static func plainHost(_ host: String) -> String {
    var labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var place = 0
    while place < min(2, labels.count) {
      guard ["m", "mobile", "amp"].contains(labels[place]) else {
        // Behind another label ("en.m.", "www.amp."), and nowhere deeper.
        place += 1
        continue
      }
      var rest = labels
      rest.remove(at: place)
      guard isSite(rest), place == 0 || rest.count > 2 else { break }
      labels = rest
    }
    return labels.joined(separator: ".")
  }

  /// A host without "www.", for keys.
  static func keyHost(_ host: String) -> String {
    guard host.hasPrefix("www."), isSite(host.dropFirst(4).split(separator: ".").map(String.init))
    else { return host }
    return String(host.dropFirst(4))
  }

  /// Whether labels can name a site, and are not only the end of many sites' names ("co.uk").
  private static func isSite(_ labels: [String]) -> Bool {
    guard labels.count >= 2 else { return false }
    guard labels.count == 2, labels[1].utf8.count == 2 else { return true }
    return !["ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"].contains(labels[0])
  }

  // MARK: - Paths

  /// The segments of a path without those that mark another form of the page.
  ///
  /// Never all of them: a page "/amp" is about AMP.
  static func plainPath(_ segments: [String]) -> [String] {
    var path = segments
    let endsInSlash = path.last?.isEmpty == true
    if endsInSlash { path.removeLast() }
    let count = path.count
    while path.count > 1, let last = path.last, lastMarks.contains(last.lowercased()) {
      path.removeLast()
    }
    if path.count > 1, ["amp", "print"].contains(path[0].lowercased()) {
      path.removeFirst()
    } else if path.count > 2, path[1].lowercased() == "amp" {
      path.remove(at: 1)
    }
    if let last = path.last {
      for (ending, plain) in endings where last.lowercased().hasSuffix(ending) {
        guard last.utf8.count > ending.utf8.count else { break }
        path[path.count - 1] = String(last.dropLast(ending.count)) + plain
        break
      }
    }
    // Before an added segment the page's own address had no closing slash to be kept.
    return endsInSlash && path.count == count ? path + [""] : path
  }

  /// Segments that close the path of another form.
  private static let lastMarks: Set<String> = [
    "amp", "amp.html", "amphtml", "print", "print.html", "printable",
  ]

  /// Endings of another form's last segment, with what the page's own address has there.
  private static let endings = [
    (".amp.html", ".html"), (".amp.htm", ".htm"), (".amp", ""), (".print.html", ".html"),
    (".print.htm", ".htm"), (".print", ""),
  ]

  /// The path as keys have it: without closing slash and without the name of a folder's own page.
  static func keyPath(_ segments: [String]) -> String {
    var path = segments
    if path.last?.isEmpty == true { path.removeLast() }
    if let last = path.last, folderPages.contains(last.lowercased()) { path.removeLast() }
    return path.map { "/" + $0 }.joined()
  }

  private static let folderPages: Set<String> = [
    "index.html", "index.htm", "index.shtml", "index.xhtml", "index.php", "index.asp",
    "index.aspx", "index.jsp", "default.htm", "default.html", "default.asp", "default.aspx",
  ]

  // MARK: - Queries

  /// Whether a parameter asks for another form of the page.
  static func isMark(_ parameter: AddressParameter, among count: Int) -> Bool {
    let value = parameter.value?.lowercased() ?? ""
    let isSwitch = ["", "1", "true", "yes", "y", "on"].contains(value)
    switch parameter.name {
    case "amp", "_amp", "isamp", "print", "printable", "printversion", "print_version", "pfstyle":
      return isSwitch || value == "amp" || value == "print" || value == "wp"
    case "outputtype", "output", "view", "format", "mode", "layout", "type":
      return ["amp", "amp-type", "print", "printable", "printer"].contains(value)
    case "m":
      // Blogger's mobile pages; beside other parameters it may be a month.
      return count == 1 && (value == "1" || value == "0")
    default: return false
    }
  }

  // MARK: - Caches

  /// The address of the page that an AMP cache shows under an address of its own; nil for others.
  ///
  /// "/amp/s/host/path" at Google and Bing, "/c/s/host/path" at the AMP project's cache (AMP
  /// Project, "AMP Cache URL format"); without the "s" the page is not on https.
  static func cached(_ parts: AddressParts) -> [UInt8]? {
    let labels = parts.host.split(separator: ".")
    var rest = parts.segments[...]
    if parts.host.hasSuffix(".ampproject.org") || parts.host.hasSuffix(".bing-amp.com") {
      guard let kind = rest.popFirst(), ["c", "v", "a", "wp", "i"].contains(kind) else {
        return nil
      }
    } else if labels.count >= 2, labels.count <= 4,
      ["google", "bing"].contains(labels[labels.first == "www" ? 1 : 0])
    {
      guard rest.popFirst() == "amp" else { return nil }
    } else {
      return nil
    }
    if rest.first == "s" { rest.removeFirst() }
    guard let host = rest.first, host.contains(".") else { return nil }
    let query = parts.query.map(\.text).joined(separator: "&")
    return Array(
      ("https://" + rest.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)).utf8)
  }
}
