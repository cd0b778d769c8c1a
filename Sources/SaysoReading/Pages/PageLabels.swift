/// What the classes, ids and test names of an element say about it.
///
/// A name is cut into words where hyphens, underscores, digits and capitals part them
/// (`articleBody__related-links` is article, body, related, links). A word counts wherever it stands
/// in a name, a pair of words only side by side.
struct PageLabels {
  /// Why an element holds none of the report's running text.
  enum Furniture: String, CaseIterable, Sendable {
    case navigation, sidebar, footer, related, share, newsletter, comments, advertisement, consent
    case caption, gallery, byline, timestamp, tags, author, appeal, embed, form, hidden, tool
    case paywall
  }

  /// What the element is no part of the text as; nil where its names say no such thing.
  private(set) var furniture: Furniture?
  /// Whether its names say that it holds the running text.
  private(set) var isBody = false
  /// Whether its names say that it is the line under the headline.
  private(set) var isDeck = false

  private static let single: [String: Furniture] = {
    var table: [String: Furniture] = [:]
    func add(_ furniture: Furniture, _ words: String) {
      for word in words.split(separator: " ") { table[String(word)] = furniture }
    }
    add(
      .navigation,
      """
      nav navi navbar navigation navlink navlinks subnav topnav menu menus submenu megamenu breadcrumb
      breadcrumbs crumbs pagination pager paging paginator toc skip skiplink masthead topbar topnavi
      seitennavigation hauptnavigation brotkrumen nextprev prevnext postnav sitemap hamburger
      """)
    add(.sidebar, "sidebar sidebars sidebox rightrail rail marginalspalte")
    add(.footer, "footer footnav colophon imprint impressum copyright disclaimer disclosure")
    add(
      .related,
      """
      related relatedposts relatedlinks recommended recommend recommends recommendation
      recommendations recirc recirculation teaser teasers trending mostread mostpopular popular
      outbrain taboola readmore readalso alsoread morefrom moreon mehrzumthema weiterlesen verwandte
      yarpp zergnet upnext nextarticle similar suggested suggestions promo promos promobox crosslinks
      ligatus plista teaserlist inread onward internallink storyteaser
      """)
    add(
      .share,
      """
      share sharing shares sharebar sharebuttons sharethis sharedaddy social socials socialmedia
      socialshare addthis addtoany addtoanycontent shariff sharrre bookmark bookmarks likes sociable
      toolbar tweetbutton syndication follow followus
      """)
    add(
      .newsletter,
      "newsletter newsletters signup subscribe subscriptions mailchimp optin mailinglist")
    add(
      .comments,
      """
      comment comments commentlist commentarea commentform commentwrap respond disqus kommentar
      kommentare kommentarbereich trackback trackbacks pingback pingbacks webmentions replies
      leserkommentare livefyre spotim coral talkback diskussion
      """)
    add(
      .advertisement,
      """
      ad ads adv advert adverts advertisement advertisements advertising advertorial adslot adbox
      adsbygoogle anzeige anzeigen werbung sponsor sponsors sponsored dfp gpt banner banners billboard
      adunit admarker affiliate commercial
      """)
    add(.consent, "cookie cookies consent gdpr privacy onetrust dsgvo cookiebar")
    add(
      .caption,
      """
      caption captions figcaption imagecaption credit credits bildunterschrift bildnachweis legende
      wpcaption mediacaption imagecredit photocredit legend bildtext bildquelle
      """)
    add(
      .gallery,
      "gallery galleries slideshow carousel slider swiper slick lightbox fotostrecke bildergalerie")
    add(
      .byline,
      "byline bylines bylinedate authorline autorzeile contributors kicker dachzeile overline eyebrow"
    )
    add(
      .timestamp,
      """
      timestamp datestamp dateline pubdate publishdate postdate entrydate readtime readingtime
      lesezeit publikationsdatum lastmodified modified
      """)
    add(
      .tags, "tags taglist tagcloud tagged taxonomy schlagworte keywords topics posttags catlinks")
    add(
      .author,
      "authorbox authorbio authorinfo authorprofile biography bio aboutauthor authorblock vcard autoreninfo"
    )
    add(
      .appeal,
      """
      popup overlay modal toast interstitial donate donation donations spenden callout cta
      appdownload applinks rating ratings poll survey quiz feedback loginbox login
      """)
    add(.embed, "embed embedded embeds tweet twitter instagram facebook tiktok youtube embedly")
    add(
      .hidden,
      "visuallyhidden offscreen screenreader invisible noprint printonly nodisplay assistive clipped"
    )
    add(
      .tool,
      "tooltip audioplayer videoplayer player jwplayer jwp textsize fontsize printlink icons appstores"
    )
    add(.paywall, "paywall paywalled piano regwall meterwall")
    return table
  }()

  private static let pairs: [String: Furniture] = {
    var table: [String: Furniture] = [:]
    func add(_ furniture: Furniture, _ pairs: String) {
      for pair in pairs.split(separator: ",") {
        let words = pair.split { $0 == " " || $0 == "\n" }
        table[words.joined(separator: " ")] = furniture
      }
    }
    add(
      .related,
      """
      read more,read also,also read,read next,more on,more from,more stories,more news,most read,
      most popular,most viewed,latest news,latest stories,latest posts,recent posts,inline link,
      internal link,in depth,see also,up next,related posts,top stories,story list,link list,
      linked list,article list,news list,post list,further reading,mehr zum,lesen sie,auch interessant,
      box links,rich link,read on,other stories,other news,you may,more articles,next post,
      previous post,prev post,post nav,headline list,block query,post picker,latest articles
      """)
    add(
      .sidebar, "widget area,widget container,sidebar widget,widget sidebar,widget title,side bar")
    add(.navigation, "skip link,skip to,back to,page nav,bread crumb,main menu,jump to,jump link")
    add(.newsletter, "sign up,email form,mailing list,opt in,mail chimp")
    add(
      .hidden,
      "visually hidden,screen reader,sr only,off screen,no print,is hidden,print only,only print")
    add(
      .author,
      """
      author bio,author box,author info,about author,author profile,author card,author block,
      author about,about the,post author,article author,author description,author details,
      author meta,author container,author area,entry author,autor info,author wrap
      """)
    add(
      .byline,
      "by line,article meta,post meta,entry meta,article info,post info,story meta,meta data,entry info"
    )
    add(.timestamp, "time stamp,date line,read time,reading time,post date,entry date,publish date")
    add(
      .caption,
      "image caption,img caption,photo caption,picture caption,wp caption,image credit,photo credit,"
        + "image source,media info,bild text,caption text,image copyright,picture text")
    add(
      .tags,
      "tag list,tag links,post tags,article tags,entry tags,tag cloud,article topics,"
        + "cat links,entry utility,tags links,post categories,entry footer,post footer,article footer"
    )
    add(.comments, "comment list,comments area,reply form,user comments,discussion thread")
    add(.gallery, "photo gallery,image gallery,picture gallery,media gallery,photo essay")
    add(.appeal, "app download,app store,call to,support us,lead gen,article survey")
    add(
      .tool,
      "media player,video player,audio player,font size,text size,listen to,text to,tts player")
    add(.share, "like box,like button,follow us,social media,tweet button")
    add(.advertisement, "google ad,native ad,ad slot,ad container,in article,outstream")
    return table
  }()

  private static let bodyPairs: Set<String> = [
    "article body", "article content", "article text", "story body", "story content", "story text",
    "post body", "post content", "post text", "entry content", "entry body", "entry text",
    "body content", "content body", "body text", "text body", "main text", "article copy",
    "body copy", "news text", "news content", "news body", "single content", "richtext body",
    "td post", "blog content", "page content", "full text", "artikel text", "article main",
    "content article", "text content", "article paragraphs", "beitrag text", "story contents",
    "field body", "name body", "article wrap", "artikel body", "artikel inhalt", "detail text",
  ]
  private static let bodyWords: Set<String> = [
    "articlebody", "storybody", "storycontent", "articlecontent", "articletext", "postcontent",
    "postbody", "entrycontent", "newstext", "artikeltext", "fulltext", "storytext", "bodytext",
    "maincontent", "wysiwyg", "richtext", "bodycontent", "blogcontent", "newscontent", "posttext",
    "postentry", "articlebodytext", "newsbody", "instapaper",
  ]
  private static let deckWords: Set<String> = [
    "deck", "dek", "subtitle", "subheadline", "subhead", "standfirst", "subheading", "lede",
    "summary", "excerpt", "teasertext", "intro", "vorspann", "leadtext", "strapline", "chapeau",
    "subtitulo", "sumario", "synopsis", "entradilla", "bajada", "chapo", "catenaccio", "occhiello",
  ]

  /// What `names` (the values of class, id and the like) say.
  init(_ names: [ArraySlice<UInt8>]) {
    var isHidden = false
    var isShown = false
    for value in names {
      for name in value.split(whereSeparator: { $0 <= 32 }) {
        if name.elementsEqual("hidden".utf8) || name.elementsEqual("hide".utf8) { isHidden = true }
        if name.contains(UInt8(ascii: ":")) || name.contains(UInt8(ascii: "@")) { isShown = true }
      }
      for name in value.split(whereSeparator: { $0 <= 32 }) where name.count <= 80 {
        read(PageLabels.words(of: name))
      }
    }
    // A class "hidden" hides, unless others show the element on wider screens (`md:block`).
    if isHidden, !isShown { furniture = .hidden }
  }

  /// What a German compound ends in ("Abowerbung").
  private static func compound(_ word: String) -> Furniture? {
    guard word.utf8.count > 9 else { return nil }
    return word.hasSuffix("werbung") || word.hasSuffix("anzeige") ? .advertisement : nil
  }

  /// Reads one name.
  ///
  /// Names that tell of a state, a layout or a report's own topics say nothing of the element, as the
  /// classes of WordPress do (`with-sidebar`, `has-comments`, `tag-newsletter`, `format-gallery`).
  private mutating func read(_ all: [String]) {
    guard let first = all.first else { return }
    var words = all
    switch first {
    case "has", "with", "without", "no", "not", "tag", "category", "format", "type", "status",
      "postid", "template", "tags", "postcategory":
      if all.count > 1 { return }
    // What scripts and page builders name says what happens to it or who made it.
    case "js": return
    case "is", "u", "elementor", "cmp", "et": words.removeFirst()
    default: break
    }
    if let cut = words.firstIndex(where: { ["with", "without", "has", "no"].contains($0) }) {
      words.removeLast(words.count - cut)
    }
    for (place, word) in words.enumerated() {
      if let found = PageLabels.single[word] ?? PageLabels.compound(word), furniture == nil {
        furniture = found
      }
      if PageLabels.bodyWords.contains(word) { isBody = true }
      if PageLabels.deckWords.contains(word) { isDeck = true }
      if place > 0, word == "title", words[place - 1] == "sub" { isDeck = true }
      if place + 1 < words.count {
        let pair = word + " " + words[place + 1]
        if let found = PageLabels.pairs[pair], furniture == nil { furniture = found }
        if PageLabels.bodyPairs.contains(pair) { isBody = true }
      }
    }
  }

  /// The words that a name is made of, with small letters.
  static func words(of name: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name {
      switch byte {
      case 0x61...0x7A, 0x80...:
        word.append(byte)
        wasSmall = true
      case 0x41...0x5A:
        if wasSmall { end() }
        word.append(byte | 0x20)
        wasSmall = false
      default:
        end()
        wasSmall = false
      }
    }
    end()
    return words
  }
}
