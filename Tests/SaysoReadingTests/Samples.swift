import SaysoRecords

@testable import SaysoReading

/// Reports about invented people in an invented country, in every format, for the tests here.
enum Samples {
  static let plain = """
    Harbour closed after fire

    PORT ELVANE, Oct 21, 2031 (Norrwire) - The harbour of Port Elvane was closed on Monday, the
    harbour master, Ines Tolvar, said.

    "We do not know when it opens again," she told reporters.

    A ministry spokesman declined to comment. | NORRWIRE
    """

  static let markdown = """
    ---
    layout: post
    title: "Minister denies order: aide"
    origin_url: "https://www.elvane-herald.example/politics/minister-denies"
    author: Bram Okell
    date: 2031-10-21T09:23:46.245Z
    language: en
    tags: [harbour, fire]
    ---

    # Minister denies order: aide

    ![the quay](https://img.example/1.jpg)

    The quay of Port Elvane on Monday. PHOTO: TOLV/THE HERALD

    The minister, **Jor Vandt**, denied on *Monday* that he had given [the order](https://x.example/a_b).[^1]

    > “I gave no order,” he said.

    - The opposition asked for an inquiry.
    - A vote is planned for Friday.

    ## What comes next

    | when | what |
    |------|------|
    | Friday | vote |

    ```
    code is no news
    ```

    Read more: [Fire in the harbour](https://x.example/fire)

    The premier’s office will publish its report next week.

    [^1]: An early report.

    _Isle News Network/The Elvane Herald_
    """

  static let html = """
    <!DOCTYPE html><html lang="en-GB"><head><title>Strike ends | The Elvane Herald</title>
    <link rel="canonical" href="https://www.elvaneherald.example/2031/strike-ends">
    <meta property="og:site_name" content="The Elvane Herald">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Strike ends &amp; ships sail",
    "datePublished":"2031-10-22T08:00:00+02:00","author":[{"@type":"Person","name":"Ada Quill"}]}]}</script>
    </head><body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">World</a></li></ul></nav>
    <article><h1>Strike ends &amp; ships sail</h1>
    <figure><img src="x.jpg"><figcaption>The port. Photo: Elvane</figcaption></figure>
    <p>Dock workers in Port Elvane ended their strike on Wednesday, their union said.</p>
    <p>“We have <b>won</b>,” said <a href="/p">Pia Morrow</a>, who leads it.<sup>1</sup></p>
    <div class="related-box"><p>Also this: a story that is not part of the report at all, really.</p></div>
    <blockquote><p>Nobody has won, and everybody has lost a month of wages over it.</p></blockquote>
    <p>The owners did not respond to requests for comment on the agreement.</p>
    </article><aside><p>Sign up to our newsletter and never miss a story again.</p></aside>
    <footer><p>All rights reserved to the herald of the port of Elvane.</p></footer></body></html>
    """

  static let jsonLines = """
    {"id":"a1","text":"The mayor said:\\n\\n\\"No.\\"\\r\\n\\r\\nA spokesman\\u00a0agreed \\ud83d\\ude00.","title":"No","published":"2031-10-20","outlet":"Herald"}
    {"id":7,"text":"The second report is short."}
    """

  static let crawl = """
    # www.elvanepost.example

    ## Metadata

    - **URL**: https://www.elvanepost.example/news/ferry-talks-resume
    - **Scraped at**: 2031-10-28T02:33:46+00:00

    ## Page Structure

    - # Ferry talks resume
      - ## What the union wants

    ## Content

    Ferry talks resume - Elvane Post
    Skip to content
    News
    Sports
    Culture
    Weather
    Jobs
    Contact
    Log in
    Search
    Ferry talks resume
    Oct 27, 2031 | 9:05 AM
    By Mara Lind and Tom Oake
    Talks about the ferries resumed on Monday, the line's owner told reporters in the capital.
    Facebook
    The union said that it would wait for “a serious offer” before it called off the strike.
    What the union wants
    It wants a raise of five percent, according to a letter that the Post has seen.
    (Reporting by Mara Lind; Editing by Ossian Bree)
    About us
    Privacy
    Terms
    Archive
    Imprint

    ## Links

    - [News](https://www.elvanepost.example/news)
    - [Sports](https://www.elvanepost.example/sports)
    """

  static let all: [(name: String, bytes: [UInt8])] = [
    ("plain.txt", Array(plain.utf8)), ("post.md", Array(markdown.utf8)),
    ("page.html", Array(html.utf8)), ("lines.jsonl", Array(jsonLines.utf8)),
    ("crawl.md", Array(crawl.utf8)),
  ]

  /// What the reader makes of `text` under `name`.
  static func read(
    _ text: String, as name: String, reader: ReportReader = ReportReader()
  ) throws -> ReportReading {
    guard let first = reader.readings(of: SourceFile(name: name, bytes: Array(text.utf8))).first
    else { throw ReadingError("nothing came back", place: name, remedy: "look at the reader") }
    return try first.get()
  }

  /// The words of each block, with its kind in front where it is no paragraph.
  static func blocks(_ report: Report) -> [String] {
    report.blocks.map { block in
      (block.kind == .paragraph ? "" : "\(block.kind): ") + report.text.words(block.span)
    }
  }
}
