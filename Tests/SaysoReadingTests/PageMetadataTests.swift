import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct PageMetadataTests {
  private func read(_ page: String, address: String? = nil) -> PageMetadata {
    PageMetadata.read(HTMLParser.tree(of: Array(page.utf8)), address: address)
  }

  private func linked(_ json: String, _ body: String = "") -> PageMetadata {
    read(
      """
      <html lang="en"><head><script type="application/ld+json">\(json)</script></head>
      <body>\(body)</body></html>
      """)
  }

  // MARK: - JSON-LD

  @Test(arguments: [
    #"{"@type":"NewsArticle","headline":"Quay closed","datePublished":"2031-10-21T09:00:00Z"}"#,
    #"{"@graph":[{"@type":"WebSite","name":"Herald"},{"@type":["Article","NewsArticle"],"headline":"Quay closed","datePublished":"2031-10-21T09:00:00Z"}]}"#,
    #"[{"@type":"BreadcrumbList"},{"@type":"http://schema.org/ReportageNewsArticle","headline":"Quay closed","datePublished":"2031-10-21T09:00:00Z"}]"#,
    #"{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Quay closed","datePublished":"2031-10-21T09:00:00Z"}}"#,
  ]) func theArticleIsFoundWhereverItIsNested(json: String) {
    let page = linked(json)
    #expect(page.metadata.title == "Quay closed")
    #expect(page.metadata.published?.iso == "2031-10-21T09:00:00Z")
  }

  @Test(arguments: [
    "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Quay closed\"} -->",
    "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed\"}\n//]]>",
    "{\"@type\":\"NewsArticle\",\"headline\":\"Quay\nclosed\",}",
    "{\"@type\":\"NewsArticle\",\"description\":\"it\\'s shut\",\"headline\":\"Quay closed\"};",
    "{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed\"}",
    "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Quay closed&quot;}",
    "{\"@type\":\"NewsArticle\", /* cms */ \"headline\":\"Quay closed\"}",
  ]) func brokenJSONIsMended(json: String) {
    #expect(linked(json).metadata.title == "Quay closed")
  }

  @Test func jsonThatIsCutOffGivesNothing() {
    #expect(linked("{\"@type\":\"NewsArticle\",\"headline\":\"Quay cl").metadata.title == nil)
  }

  @Test func ofSeveralArticlesTheOneOfThePageCounts() {
    let page = linked(
      #"""
      [{"@type":"NewsArticle","headline":"Ferry sold to bank","datePublished":"2031-01-01"},
       {"@type":"NewsArticle","headline":"Quay closed after fire","datePublished":"2031-10-21"}]
      """#, "<h1>Quay closed after fire</h1>")
    #expect(page.metadata.published?.iso == "2031-10-21")
  }

  @Test func articlesThatAreAllOfOtherPagesSayNothing() {
    let page = linked(
      #"""
      [{"@type":"NewsArticle","headline":"Ferry sold to bank","datePublished":"2031-01-01"},
       {"@type":"NewsArticle","headline":"Mayor in hospital","datePublished":"2031-01-02"}]
      """#, "<h1>Quay closed after fire</h1>")
    #expect(page.metadata.published == nil)
    #expect(page.metadata.title == "Quay closed after fire")
  }

  @Test func anAuthorGivenByReferenceIsLookedUp() {
    let page = linked(
      #"""
      {"@graph":[{"@type":"Article","headline":"Quay closed","author":{"@id":"#p1"}},
       {"@type":"Person","@id":"#p1","name":"Ines Tolvar"}]}
      """#)
    #expect(page.authors == ["Ines Tolvar"])
  }

  @Test(arguments: [("true", true), ("false", false), ("\"False\"", false), ("\"True\"", true)])
  func whetherThePageIsFreeIsRead(value: String, expected: Bool) {
    let page = linked(#"{"@type":"NewsArticle","headline":"Quay","isAccessibleForFree":\#(value)}"#)
    #expect(page.isAccessibleForFree == expected)
  }

  @Test func aPaidPartMakesThePagePaid() {
    let page = linked(
      #"{"@type":"NewsArticle","headline":"Quay","isAccessibleForFree":true,"hasPart":{"isAccessibleForFree":false}}"#
    )
    #expect(page.isAccessibleForFree == false)
  }

  // MARK: - Titles

  @Test func theHeadingThatIsShownGoesBeforeTheTitleForMachines() {
    let page = linked(
      #"{"@type":"NewsArticle","headline":"Elvane quay closed: all we know about the fire"}"#,
      "<h1>Quay of Elvane closed after the fire</h1>")
    #expect(page.metadata.title == "Quay of Elvane closed after the fire")
    #expect(page.sources.contains { $0.field == "title" && $0.origin == "JSON-LD headline" })
  }

  @Test func theOutletsNameIsNoHeadline() {
    let page = read(
      """
      <html><head><title>Quay closed after fire | The Elvane Herald</title>
      <meta property="og:site_name" content="The Elvane Herald"></head>
      <body><h1>The Elvane Herald</h1><h2>Quay closed after fire</h2></body></html>
      """)
    #expect(page.metadata.title == "Quay closed after fire")
    #expect(page.metadata.outlet == "The Elvane Herald")
  }

  @Test func aKickerInsideOfTheHeadingIsLeftOut() {
    let page = linked(
      #"{"@type":"NewsArticle","headline":"Quay closed after fire"}"#,
      "<h1><span>Harbour</span><span>Quay closed after fire</span></h1>")
    #expect(page.metadata.title == "Quay closed after fire")
  }

  // MARK: - Sources that disagree

  @Test func microdataIsReadOfTheArticleOnly() {
    let page = read(
      """
      <html><body><article itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline">Quay closed</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Bram Okell</b></span>
      <meta itemprop="datePublished" content="2031-10-21T09:23:00+02:00">
      <figure itemscope itemtype="https://schema.org/ImageObject"><i itemprop="author">Tolv Pictures</i></figure>
      </article></body></html>
      """)
    #expect(page.authors == ["Bram Okell"])
    #expect(page.metadata.published?.iso == "2031-10-21T09:23:00+02:00")
  }

  @Test func aDayTakesTheTimeThatAnotherSourceGivesForIt() {
    let page = read(
      """
      <html><head><meta name="date" content="2031-10-21">
      <meta property="article:modified_time" content="2031-10-22T08:00:00Z"></head>
      <body><h1>Quay closed</h1><time datetime="2031-10-21T09:23:00Z">today</time></body></html>
      """)
    #expect(page.metadata.published?.iso == "2031-10-21T09:23:00Z")
    #expect(page.metadata.modified?.iso == "2031-10-22T08:00:00Z")
  }

  @Test func theOutletsOwnClockGivesTheDay() {
    let page = linked(
      #"{"@type":"NewsArticle","headline":"Quay","datePublished":"2031-10-20T22:30:00Z"}"#,
      "<h1>Quay</h1><meta name=\"date\" content=\"2031-10-21T00:30:00+02:00\">")
    #expect(page.metadata.published?.iso == "2031-10-21T00:30:00+02:00")
  }

  @Test(arguments: ["1970-01-01T00:00:00Z", "0", "0001-01-01", "soon"])
  func whatIsNoDateIsPassedOver(stated: String) {
    let page = read(
      """
      <html><head><meta property="article:published_time" content="\(stated)">
      <meta name="pubdate" content="2031-10-21"></head><body><h1>Quay closed</h1></body></html>
      """)
    #expect(page.metadata.published?.iso == "2031-10-21")
  }

  @Test func theAddressGivesTheDateWhereNothingElseDoes() {
    let page = read("<h1>Quay</h1>", address: "https://herald.example/2031/10/21/quay.html")
    #expect(page.metadata.published?.iso == "2031-10-21")
    #expect(page.sources.contains { $0.field == "published" && $0.origin == "address" })
  }

  @Test func aGermanPageIsReadFromWhatItShows() {
    let page = read(
      """
      <html lang="de"><head><title>Kai nach Brand gesperrt – Elvaner Bote</title></head><body>
      <h1>Kai nach Brand gesperrt</h1>
      <p class="article-meta">Von Jörn Täubler und Maike Ost</p>
      <p class="entry-date">Veröffentlicht am 3. März 2031, 14:05 Uhr</p>
      <p>Der Kai wurde am 1. Februar 2031 gesperrt.</p></body></html>
      """)
    #expect(page.metadata.language == "de")
    #expect(page.authors == ["Jörn Täubler", "Maike Ost"])
    #expect(page.metadata.published?.iso == "2031-03-03T14:05")
  }

  @Test func theNameFieldOfACommentFormIsNoByline() {
    let page = read(
      """
      <html><body><h1>Quay closed</h1><p>Text.</p>
      <form class="comment-form"><p class="comment-form-author">Name</p></form></body></html>
      """)
    #expect(page.authors.isEmpty)
  }

  @Test func anAgencyIsCreditedAsSuch() {
    let page = linked(
      #"{"@type":"NewsArticle","headline":"Quay","author":["Adam Vold","Reuters"]}"#)
    #expect(page.authors == ["Adam Vold", "Reuters"])
    #expect(page.metadata.agency == "Reuters")
  }

  @Test func aFrontPageIsNoCanonicalAddressOfAReport() {
    let page = read(
      """
      <html><head><link rel="canonical" href="https://herald.example/">
      <meta property="og:url" content="https://herald.example/news/quay"></head></html>
      """)
    #expect(page.metadata.url == "https://herald.example/news/quay")
  }

  @Test func anEmptyPageStatesNothing() {
    let page = read("")
    #expect(page.metadata.title == nil)
    #expect(page.sources.isEmpty)
  }
}
