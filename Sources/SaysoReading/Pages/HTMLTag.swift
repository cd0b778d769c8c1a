/// The elements of HTML that reading tells apart (the HTML Living Standard, section 4).
enum HTMLTag: UInt8, CaseIterable {
  case document, text, other
  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas
  case center, cite, code, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins, kbd, label, legend, li, link, main, mark, menu, meta, meter, nav
  case noscript, object, ol, optgroup, option, output, p, picture, pre, progress, q, s, script
  case search, section, select, small, source, span, strong, style, sub, summary, sup, svg, table
  case tbody, td, template, textarea, tfoot, th, thead, time, title, tr, u, ul, video, wbr

  private static let named: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0.rawValue > HTMLTag.other.rawValue }
      .map { ("\($0)", $0) })

  /// The element of a name, whatever the case of its letters.
  ///
  /// AMP's own elements for frames, pictures and the like count as those they stand for.
  init(named name: String) {
    let name = name.lowercased()
    if let known = HTMLTag.named[name] {
      self = known
    } else if name.hasPrefix("amp-") {
      let bare = String(name.dropFirst(4))
      self =
        ["img", "iframe", "video", "audio"].contains(bare)
        ? HTMLTag.named[bare] ?? .other
        : ["ad", "embed", "sidebar", "carousel", "consent", "sticky-ad"].contains(bare)
          || bare.hasPrefix("twitter") || bare.hasPrefix("instagram") ? .iframe : .other
    } else {
      self = .other
    }
  }

  /// Whether the element stands in a line of its own: text before and after it is apart.
  var isBlock: Bool { HTMLTag.blocks.contains(self) }

  private static let blocks: Set<HTMLTag> = [
    .document, .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog,
    .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6,
    .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .search,
    .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
  ]

  /// The level of a heading, 1 to 6; nil for other elements.
  var headingLevel: Int? {
    (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains(rawValue)
      ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : nil
  }

  /// Whether the element never holds words that a reader of the page reads as text.
  var isSilent: Bool { HTMLTag.silent.contains(self) }

  private static let silent: Set<HTMLTag> = [
    .script, .style, .template, .noscript, .iframe, .svg, .canvas, .object, .embed, .audio, .video,
    .select, .textarea, .input, .button, .head, .title, .meta, .link, .img, .picture, .source,
    .optgroup, .option, .meter, .progress, .frameset, .dialog,
  ]
}

/// The attributes that reading looks at.
enum HTMLAttribute: UInt8 {
  case `class`, id, href, itemprop, itemtype, itemscope, role, style, hidden, ariaHidden, property
  case name, content, datetime, rel, type, lang, charset, httpEquiv, ariaLabel, title, dataTestID
  case alt

  private static let named: [String: HTMLAttribute] = [
    "class": .class, "id": .id, "href": .href, "itemprop": .itemprop, "itemtype": .itemtype,
    "itemscope": .itemscope, "role": .role, "style": .style, "hidden": .hidden,
    "aria-hidden": .ariaHidden, "property": .property, "name": .name, "content": .content,
    "datetime": .datetime, "rel": .rel, "type": .type, "lang": .lang, "xml:lang": .lang,
    "charset": .charset, "http-equiv": .httpEquiv, "aria-label": .ariaLabel, "title": .title,
    "data-testid": .dataTestID, "data-component": .dataTestID, "data-qa": .dataTestID,
    "data-test": .dataTestID, "alt": .alt,
  ]

  /// The attribute of a name, whatever the case of its letters; nil for those nobody looks at.
  init?(named name: String) {
    guard let known = HTMLAttribute.named[name.lowercased()] else { return nil }
    self = known
  }
}
