/// Words of the formats, which the fuzzer puts into its inputs.
enum FuzzWords {
  private static func list(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  static let prose =
    list(
      """
      (Reuters) (AP) | — – - /. “ ” « » ‘ ’ … . ? ! : ; By Photo: Updated: Oct 21, 2031 9:05 a.m.
      ENDS -30- ### 。 ！ 「 」
      """) + [
      "\n\n", "\r\n", "\n- ", "\u{A0}", "\u{AD}", "\u{200B}", "\u{2028}", "\u{FEFF}", "\u{0}",
      "e\u{301}", "Read more: ", "All rights reserved", "PORT ELVANE, ", "FOR IMMEDIATE RELEASE",
      "the of and to in that is was for on with as by at from it",
    ]

  static let markdown =
    prose
    + list(
      """
      # ## ###### > >> * ** *** _ __ ~~ ` ``` ~~~ ![ ]( ) [ ] [^1] [^1]: ]: --- === <!-- --> <br> <p>
      </p> <img > | |---| &amp; &#8220; &nbsp; 1. 1) - + [x] \\ https://a.example title: date: author:
      tags: language: origin_url: !!binary &a *a {} [] |- >- ? %YAML
      """) + ["\n---\n", "\n...\n", "- **URL**: ", "## Metadata\n", "## Content\n", "    "]

  static let html = list(
    """
    <html> <head> <body> <title> </title> <meta <link rel="canonical" href=" <script </script> <style>
    type="application/ld+json" <article> </article> <main> <section> <div> </div> <p> </p> <h1> </h1>
    <h2> <ul> <li> <ol> <table> <tr> <td> <blockquote> <figure> <figcaption> <img <a </a> <b> <span>
    <br> <br/> <sup> <pre> <noscript> <template> <svg> <iframe> <form> <button> <select> <option>
    <textarea> <nav> <aside> <footer> <header> <time datetime=" class=" id=" role=" itemprop="
    itemscope itemtype="https://schema.org/NewsArticle" property="og:title" name="author" content="
    hidden aria-hidden="true" style="display:none" lang="en" charset="utf-8" <!-- --> <![CDATA[ ]]>
    <!DOCTYPE <? ?> /> &amp; &lt; &#8220; &#x201C; &nbsp; &notin &#0; &#xD800; &#99999999; {"@graph":[
    "datePublished":" "author": "headline": "articleBody": "isAccessibleForFree":false <base <amp-img
    article:published_time paywall comments related share byline caption headline
    """)

  static let json = list(
    """
    { } [ ] : , " \\" \\\\ \\u0000 \\ud83d\\ude00 \\ud800 \\n null true false -1.5e+9 1e999 "id": "text":
    "title": "published": "outlet": "url": "language": "version": "items": "content_html":
    "content_text": "authors": "name": "date_published": "tags": "next_url":
    "https://jsonfeed.org/version/1.1" "uri": "standard": "ninjs" "bodies": "value": "contenttype":
    "headlines": "role": "main" "body_xhtml": "pubstatus": "canceled" "versioncreated": <!-- -->
    //<![CDATA[ //]]> /* */ &quot; {&quot; [{&quot; @graph @type
    """)

  static let feed = list(
    """
    <?xml version="1.0" encoding="utf-8" encoding="iso-8859-1" ?> <rss> </rss> <channel> </channel>
    <item> </item> <title> </title> <link> </link> <link href=" <guid> <pubDate> <dc:creator> <dc:date>
    <category> <description> <content:encoded> <media:description> <source> <feed> </feed> <entry>
    </entry> <id> <published> <updated> <summary> <content type="xhtml"> type="html" type="text"
    <author> <name> <rdf:RDF> <urlset> <url> <loc> <lastmod> <news:title> <news:publication_date>
    <sitemapindex> <sitemap> <opml> <outline xmlUrl=" htmlUrl=" text=" xml:base=" xml:lang="
    xmlns=" xmlns:dc=" <![CDATA[ ]]> <!-- --> <!DOCTYPE <!ENTITY &amp; &#8220; &lt;p&gt; &a; &nbsp;
    [&#8230;] mode="base64" http://www.w3.org/2005/Atom http://www.w3.org/1999/xhtml
    """)

  static let news = list(
    """
    <?xml version="1.0"?> <newsMessage> <itemSet> <newsItem <packageItem> <knowledgeItem> guid="
    <rightsInfo> <copyrightHolder literal=" <itemMeta> <itemClass qcode="ninat:text"/> <provider>
    <versionCreated> <firstCreated> <embargoed> <pubStatus qcode="stat:usable"/> stat:canceled
    <contentMeta> <creator> <name> <language tag=" <subject> <slugline> <headline> <headline role="
    <contentSet> <inlineXML> <inlineData> <remoteContent> contenttype="text/plain" <html> <body> <p>
    </p> <nitf> <body.head> <hedline> <hl1> <hl2> <byline> <byttl> <dateline> <distributor>
    <body.content> <block> <media> <media-caption> <docdata management-status="kill" <date.issue
    norm="20311021T093000Z" <doc-id <key-list> <keyword <pubdata <table> <ul> <li> <bq> <br/> xml:lang="
    <![CDATA[ ]]> &amp; &#8220; http://iptc.org/std/nar/2006-10-01/
    """)

  static let mail =
    list(
      """
      From: Subject: Date: To: Content-Type: Content-Transfer-Encoding: Content-Disposition: Content-ID:
      Content-Location: Snapshot-Content-Location: MIME-Version: List-Unsubscribe: text/plain text/html
      multipart/mixed multipart/alternative multipart/related multipart/digest message/rfc822
      message/global ; boundary= boundary="b" --b --b-- charset= utf-8 koi8-r windows-1252 iso-2022-jp
      format=flowed delsp=yes attachment filename*0*= filename= start= base64 quoted-printable 7bit =20
      =3D =?utf-8?Q? =?utf-8?B? ?= =?koi8-r*ru?q? <p> </p> <html> Fwd: FW: Re: ( ) \\ " < > @
      """) + ["\n\n", "\r\n", "\r\n ", "=\n", "\n--b\n", "\n> ", "From a@b.example\n", "-- \n"]

  static let word = list(
    """
    <w:document> <w:body> <w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:t xml:space="preserve"> <w:pPr>
    <w:pStyle w:val="Title"/> <w:numPr> <w:numId w:val="1"/> <w:tbl> <w:tr> <w:tc> <w:br/> <w:tab/>
    <w:br w:type="page"/> <w:lastRenderedPageBreak/> <w:ins> <w:del> <w:delText> <w:hyperlink> <w:vanish/>
    <w:rPr> <w:footnoteReference/> <w:sdt> <w:sdtContent> <w:txbxContent> <mc:AlternateContent>
    <mc:Choice> <mc:Fallback> <w:instrText> <w:fldChar <w:style w:styleId=" <w:name <w:basedOn w:val="
    <dc:title> <dc:creator> <dcterms:created> <cp:keywords> <?xml <![CDATA[ ]]> &amp; word/document.xml
    word/styles.xml docProps/core.xml
    """)

  static let warc =
    list(
      """
      WARC/1.0 WARC/1.1 WARC-Type: response resource conversion revisit request warcinfo metadata
      continuation WARC-Target-URI: WARC-Date: WARC-Record-ID: WARC-Payload-Digest:
      WARC-Segment-Number: WARC-Truncated: WARC-Identified-Payload-Type: Content-Length: Content-Type:
      application/http HTTP/1.1 200 OK 404 Transfer-Encoding: chunked Content-Encoding: gzip br deflate
      text/html charset=koi8-r filedesc:// dns: 20310405060708 192.0.2.7 text/plain no-type -1 0
      999999999999999999 9223372036854775807 https://a.example/
      """) + ["\r\n\r\n", "\n\n", "\r\n", "\u{1F}\u{8B}", "WARC-Profile: "]

  static let paths =
    list(
      """
      ../ .. / \\ C:\\ ./ .html .txt .warc.gz .zip __MACOSX/ archive/ datapackage.json indexes/ ustar
      ././@LongLink path= size= 0000000 77777777777
      """) + [
      "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "\u{0}", "x\u{0}", "L\u{0}", "5\u{0}",
    ]

  static let layout = list(
    """
    <page <flow> <block <line <word </line> </word> </block> xMin="0" yMin="-1" xMax="1e308"
    yMax="1e-300" width="595" height="842" height="nan" <title> </title> <meta name="author" content="
    - • – 1 12 Page inf -inf &amp; &#8226;
    """)

  static let encodings =
    list(
      """
      charset= encoding= <meta <?xml utf-8 utf-16 iso-2022-jp euc-jp shift_jis gb18030 big5 koi8-r
      windows-1251 iso-8859-8-i x-mac-roman utf-7 +AGE- ~{ ~}
      """) + ["\u{FEFF}", "\u{1B}$B", "\u{1B}(B", "\u{1B}$)C", "\u{E}", "\u{F}", "\u{0}"]

  static let dates = list(
    """
    2031 -10- 10 22 T 08:00 :00 Z +02:00 -0330 GMT UTC CEST Jan October Oktober octobre oct. Mon,
    Wednesday Uhr a.m. PM noon at on updated 1st 22nd / , . 1970 0000 9999 24:00:00 23:59:60 .123 ET (
    ) Reuters — -- W43 2031-294 1950425105 D: ' year month yesterday
    """)

  static let robots =
    list(
      """
      User-agent: Disallow: Allow: Crawl-delay: Sitemap: * $ # / %2F %7e sayso Sayso/1.0 1e999 -1 nan
      0x10
      """) + ["\r", "\n", "\u{FEFF}"]

  static let addresses = list(
    """
    http:// https:// ftp:// javascript: // / ? # @ : [ ] [::1] [::ffff:1.2.3.4] [fe80::1%25eth0] %25 %2e
    %2E%2e .. . xn-- xn--a ß ı . 。 0x7f 0177 127.0.0.1 4294967295 :443 :80 :65536 :0 example localhost
    utm_source= &amp; + \\
    """)
}
