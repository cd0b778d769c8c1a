/// Feeds and lists about an invented country, for the tests here.
enum FeedSamples {
  static let rss = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
      <title>World &amp; more | The Elvane Herald</title>
      <link>https://www.elvaneherald.example/</link>
      <atom:link rel="self" href="https://www.elvaneherald.example/feed.xml"/>
      <description>News of the isles</description>
      <language>en-GB</language>
      <lastBuildDate>Wed, 22 Oct 2031 10:00:00 GMT</lastBuildDate>
      <image><title>Logo</title><link>https://img.example/</link></image>
      <item>
        <title>Strike ends &amp; ships &amp;#8220;sail&amp;#8221;</title>
        <link>https://www.elvaneherald.example/2031/strike-ends</link>
        <guid isPermaLink="false">tag:elvane,1</guid>
        <pubDate>Wed, 22 Oct 2031 08:00:00 +0200</pubDate>
        <atom:updated>2031-10-22T09:00:00Z</atom:updated>
        <dc:creator><![CDATA[Ada Quill]]></dc:creator>
        <dc:creator>Bram Okell</dc:creator>
        <category>World</category><category>Ports</category><category>World</category>
        <description>Dock workers went back to work.</description>
        <media:title>A picture</media:title>
        <content:encoded><![CDATA[<p>Dock workers in Port Elvane ended their strike on Wednesday,
        their union said, after a month in which no ship had left the harbour of the capital.</p>
        <p>&#8220;We have <b>won</b>,&#8221; said <a href="/p">Pia Morrow</a>, who leads it.</p>
        <p>The owners did not respond to requests for comment on the agreement.</p>
        <p>The post <a href="/x">Strike ends</a> appeared first on <a href="/">The Elvane
        Herald</a>.</p>]]></content:encoded>
      </item>
      <item>
        <title>Second</title>
        <link>/2031/second</link>
        <source url="https://norrwire.example/feed">Norrwire</source>
        <pubDate>Tue, 21 Oct 2031 08:00:00 GMT</pubDate>
        <description>&lt;p&gt;The harbour master, Ines Tolvar, said the quay would open again on
        Friday. [&amp;#8230;]&lt;/p&gt; &lt;a href="/2"&gt;Continue reading&lt;/a&gt;</description>
      </item>
      <item>
        <title>Only a title</title>
        <link>https://www.elvaneherald.example/2031/third</link>
        <pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>
      </item>
    </channel></rss>
    """

  static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://elvane.example/">
      <title type="text">Elvane &lt;em&gt;today&lt;/em&gt;</title>
      <link href="/"/><link rel="self" href="atom"/><link rel="next" href="atom?page=2"/>
      <author><name>The Desk</name><email>desk@elvane.example</email></author>
      <updated>2031-10-21T10:00:00Z</updated>
      <entry xml:base="news/">
        <id>urn:uuid:1</id>
        <title type="html">Mayor: &amp;#8220;No&amp;#8221;</title>
        <link rel="enclosure" href="a.mp3"/>
        <link rel="alternate" type="text/html" href="2031/mayor.html"/>
        <published>2031-10-20T09:00:00Z</published>
        <updated>2031-10-21T09:00:00+02:00</updated>
        <category term="town-hall" label="Town hall"/>
        <source><title>Norrwire</title><updated>2001-01-01T00:00:00Z</updated></source>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mayor said
     <b>no</b>.</p></div></content>
      </entry>
    </feed>
    """.replacingLineEnd

  static let jsonFeed = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Elvane", "language": "en",
     "home_page_url": "https://a.example/", "next_url": "https://a.example/feed.json?page=2",
     "authors": [{"name": "The Desk"}],
     "items": [
      {"id": "1", "url": "https://a.example/1", "title": "One &amp; two",
       "content_html": "<p>The mayor of Port Elvane, Oda Lind, said no to the plan on Monday.</p>",
       "date_published": "2031-10-20T09:00:00Z", "author": {"name": "Ada Quill"},
       "tags": ["town"]},
      {"id": 2, "external_url": "https://other.example/2",
       "content_text": "A spokesman agreed with her on Tuesday.\\n\\nThe owners did not."}
     ]}
    """

  static let sitemap = """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
     xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
     xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc> https://a.example/1?a=1&amp;b=2 </loc><lastmod>2031-10-22</lastmod>
     <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image>
     <news:news><news:publication><news:name>The Elvane Herald</news:name>
     <news:language>en</news:language></news:publication>
     <news:publication_date>2031-10-21T08:00:00Z</news:publication_date>
     <news:title>Strike ends &amp; ships sail</news:title></news:news></url>
    <url><loc>/2</loc></url><url><lastmod>2031-10-22</lastmod></url>
    </urlset>
    """

  static let opml = """
    <?xml version="1.0"?><opml version="1.0"><head><title>Isles</title></head><body>
    <outline text="News"><outline text="Press" title="Press">
    <outline type="rss" text="Herald &amp; Co" xmlUrl="https://a.example/feed?x=1&y=2"
     htmlUrl="https://a.example/" category="isles,daily"/>
    </outline><outline text="Wire" xmlUrl="https://b.example/rss"/></outline>
    <outline text="Loose" xmlURL="https://c.example/rss"/>
    <outline text="Again" xmlUrl="https://b.example/rss"/><outline text="A note"/></body></opml>
    """

  /// All of them, with names.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("feed.rss", Array(rss.utf8)), ("feed.atom", Array(atom.utf8)),
    ("feed.json", Array(jsonFeed.utf8)), ("sitemap.xml", Array(sitemap.utf8)),
    ("list.opml", Array(opml.utf8)),
  ]
}

extension String {
  /// The text with "\n <b>" as " <b>", so that a long line can be written as two.
  fileprivate var replacingLineEnd: String {
    split(separator: "\n", omittingEmptySubsequences: false).reduce(into: "") { text, line in
      if text.isEmpty {
        text = String(line)
      } else {
        text += (line.hasPrefix(" <b>") ? "" : "\n") + line
      }
    }
  }
}
