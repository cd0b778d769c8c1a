import SaysoRecords

@testable import SaysoReading

/// Messages and items of wire services about invented people, for the tests of Wire.
enum WireSamples {
  static let newsletter = """
    Received: from mx.elvaneherald.example by mail.example; Tue, 21 Oct 2031 07:25:00 +0000
    From: =?utf-8?Q?The_Elvane_Herald?= <morning@newsletter.elvaneherald.example>
    To: readers@list.example
    Subject: =?UTF-8?B?RmVycmllcyBzdG9wIOKAkyBhbmQ=?= =?UTF-8?Q?_=E2=80=9Cnobody_knows_why=E2=80=9D?=
    Date: Tue, 21 Oct 2031 09:23:46 +0200 (CEST)
    List-Unsubscribe: <https://elvaneherald.example/leave>
    MIME-Version: 1.0
    Content-Type: multipart/alternative;
     boundary="=_part one"

    This is a message in several parts.
    --=_part one
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    The plain text is a teaser: read it in your browser.

    --=_part one
    Content-Type: text/html; charset="windows-1252"
    Content-Transfer-Encoding: quoted-printable

    <html><body><p><a href=3D"https://elvaneherald.example/v">View this email in your b=
    rowser</a></p><h1>Ferries stop</h1>
    <p>The operator of the ferries stopped its northern line on Tuesday, its director =
    said.</p><p>=93We do not take risks,=94 said Jor Vandt, who leads the company.</p>
    <p>The ministry confirmed on Tuesday evening that it had been told about the caf=E9.</p>
    <p>You are receiving this because you subscribed. <a href=3D"x">Unsubscribe</a></p>
    <p>Quay Street 4, Port Elvane</p></body></html>
    --=_part one--
    """

  static let release = """
    From: Pia Morrow <press@seafarers.example>
    Subject: Fwd: Seafarers demand compensation
    Date: 22 Oct 2031 08:00:00 GMT
    Content-Type: text/plain; charset="iso-8859-1"; format=flowed
    Content-Transfer-Encoding: quoted-printable

    FOR IMMEDIATE RELEASE

    Contact:
    Ada Quill, press officer
    +47 555 0100

    PORT ELVANE, Oct. 22, 2031 - The union of seafarers demanded compensation =20
    for its members on Wednesday, its leader, Pia Morrow, said. She called the =20
    decision =ABwrong=BB (https://seafarers.example/t?u=3D1).

    "The cracks were known," she said.

    What the union asks for:

    * a month of wages for each member
    * an inquiry into the yard

    ###

    About the union: it was founded in 1931 and says that it is the oldest.
    """

  static let reply = """
    From: bram.okell@gmail.com (Bram Okell)
    Subject: Re: the line
    Date: Wed, 22 Oct 2031 10:00:00 +0000
    Content-Type: text/plain; charset=koi8-r
    Content-Transfer-Encoding: base64

    7cnOydPU0iDP1NLJw8HMLCDe1M8g2s7BzCDPINTSxd3JzsHIINcgy8/S0NXTwcgg09XEz9cu
    """

  static let forwarded = """
    From: Desk <desk@elvanepost.example>
    Subject: FW: see below
    Date: Thu, 23 Oct 2031 10:00:00 +0000
    Content-Type: multipart/mixed; boundary=outer

    --outer
    Content-Type: text/plain

    Please look at this.
    --outer
    Content-Type: message/rfc822
    Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9; filename*1=".eml"

    From: "Vandt, Jor" <vandt@elvanelines.example>
    Subject: Statement
    Date: Wed, 22 Oct 2031 18:00:00 +0200
    Content-Type: text/plain

    The company denied on Wednesday that it had known about the cracks since the spring.
    --outer--
    """

  static let savedPage = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://www.elvaneherald.example/2031/10/21/ferries
    Subject: Ferries stop
    Date: Wed, 22 Oct 2031 06:00:00 -0000
    MIME-Version: 1.0
    Content-Type: multipart/related; type="text/html"; boundary="----B"

    ------B
    Content-Type: text/css
    Content-Location: cid:css-1@mhtml.blink

    p { color: red }
    ------B
    Content-Type: text/html
    Content-ID: <frame-1@mhtml.blink>
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://www.elvaneherald.example/2031/10/21/ferries

    <html lang=3D"en"><head><meta charset=3D"utf-8"><title>Ferries stop | The Elvane Herald</title>
    <meta property=3D"article:published_time" content=3D"2031-10-21T09:00:00+02:00"></head>
    <body><nav><a href=3D"/">Home</a></nav><article><h1>Ferries stop</h1>
    <p>The operator of the ferries stopped its northern line on Tuesday, its director =
    said.</p><p>=E2=80=9CWe do not take risks,=E2=80=9D said Jor Vandt, who leads the company.</p>
    <p>The ministry confirmed on Tuesday evening that it had been told about the cracks.</p>
    </article></body></html>
    ------B--
    """

  static let ninjs = """
    {"uri":"urn:newsml:norrwire.example:20311021:ferry","standard":{"name":"ninjs","version":"2.1"},
     "type":"text","pubstatus":"usable","language":"en-GB","firstcreated":"2031-10-21T09:00:00+02:00",
     "versioncreated":"2031-10-21T10:30:00+02:00","by":"Ada Quill","slugline":"ELVANE-FERRY",
     "headlines":[{"role":"short","value":"Ferries"},{"role":"main","value":"Ferries stop"}],
     "descriptions":[{"role":"deck","value":"Cracks found in two hulls"}],
     "subjects":[{"name":"shipping"},{"name":"transport"}],
     "infosources":[{"name":"Norrwire"}],"copyrightholder":"Norrwire Ltd",
     "bodies":[{"role":"main","contenttype":"application/xhtml+xml",
       "value":"<p>The operator stopped its northern line on Tuesday, its director said.</p><p>“We do not take risks,” said Jor Vandt, who leads the company and spoke in the capital.</p>"}],
     "associations":[{"name":"picture","uri":"urn:x:pic","type":"picture","headline":"A ferry"}]}
    """

  static let newsML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-10-21T11:00:00Z</sent></header>
    <itemSet>
    <newsItem guid="urn:newsml:norrwire.example:1" version="2" standard="NewsML-G2" xml:lang="en">
     <rightsInfo><copyrightHolder literal="Norrwire Ltd"/></rightsInfo>
     <itemMeta><itemClass qcode="ninat:text"/><provider literal="norrwire"><name>Norrwire</name></provider>
      <versionCreated>2031-10-21T10:30:00+02:00</versionCreated>
      <firstCreated>2031-10-21T09:00:00+02:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
     <contentMeta><creator><name>Ada Quill</name></creator><language tag="en-GB"/>
      <subject qcode="medtop:1"><name xml:lang="de">Schifffahrt</name><name xml:lang="en">shipping</name></subject>
      <slugline>ELVANE-FERRY</slugline><headline role="hld:sub">Cracks in two hulls</headline>
      <headline>Ferries stop</headline></contentMeta>
     <contentSet><remoteContent href="a.jpg"/><inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
      <p>PORT ELVANE, Oct 21 (Norrwire) - The operator stopped its northern line on Tuesday, its director said.</p>
      <p>“We do not take risks,” said Jor Vandt, who leads the company &amp; spoke in the capital.</p>
      </body></html></inlineXML></contentSet>
    </newsItem>
    <newsItem guid="urn:newsml:norrwire.example:2"><itemMeta><itemClass qcode="ninat:text"/>
     <pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
    <packageItem guid="urn:newsml:norrwire.example:3"/>
    <newsItem guid="urn:newsml:norrwire.example:4"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
    <newsItem guid="urn:newsml:norrwire.example:5"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
     <contentMeta><headline>Short</headline></contentMeta>
     <contentSet><inlineData contenttype="text/plain">The minister said that he had not been told.

    He spoke on Tuesday.</inlineData></contentSet></newsItem>
    </itemSet></newsMessage>
    """

  static let nitf = """
    <?xml version="1.0"?><nitf><head><title>t</title><docdata management-status="usable">
    <doc-id id-string="norr-77"/><date.issue norm="20311021T093000Z"/><key-list><keyword key="ferries"/></key-list>
    </docdata><pubdata name="The Elvane Post" position.section="Politics"/></head>
    <body><body.head><hedline><hl1>Ferries <em>stop</em></hl1><hl2>Cracks in two hulls</hl2></hedline>
    <byline>By <person>Ada Quill</person><byttl>Correspondent</byttl></byline>
    <distributor>Norrwire</distributor></body.head>
    <body.content><block><p lede="true">The operator stopped its line on Tuesday, its director<br/>said.</p>
    <media><media-caption>A ferry lies at the quay, as the company said.</media-caption></media>
    <hl2>What comes next</hl2><bq><block><p>We do not take risks.</p></block></bq>
    <ul><li>An inquiry was ordered.</li></ul>
    <p>A report is to be published in November, the authority said.</p></block></body.content></body></nitf>
    """

  static let all: [(name: String, bytes: [UInt8])] = [
    ("newsletter.eml", Array(newsletter.utf8)), ("release.eml", Array(release.utf8)),
    ("reply.eml", Array(reply.utf8)), ("forwarded.eml", Array(forwarded.utf8)),
    ("saved.mhtml", Array(savedPage.utf8)), ("item.json", Array(ninjs.utf8)),
    ("message.xml", Array(newsML.utf8)), ("item.xml", Array(nitf.utf8)),
    ("release.docx", OfficeSamples.docx), ("release.pdf", OfficeSamples.pdf),
  ]

  /// What the reader makes of bytes under `name`, one result for each report.
  static func readings(
    _ bytes: [UInt8], as name: String
  ) -> [Result<ReportReading, ReadingError>] {
    ReportReader().readings(of: SourceFile(name: name, bytes: bytes))
  }

  /// The one report in `text`.
  static func report(_ text: String, as name: String) throws -> Report {
    try Samples.read(text, as: name).report
  }

  /// The sentence of the first failure.
  static func failure(_ bytes: [UInt8], as name: String) -> String? {
    for case .failure(let error) in readings(bytes, as: name) { return error.description }
    return nil
  }
}
