/// Headings and short lines that lead into something other than the report: lists of other reports,
/// comments, a newsletter, the author's life.
enum FurnitureHeading {
  /// What a heading leads into.
  enum Kind {
    /// Nothing but itself: a button, a mark over an advertisement.
    case line
    /// Other reports, tags, sources.
    case list
    /// The author's life.
    case author
    /// What readers wrote.
    case comments
  }

  /// Lines that are one of these, apart from punctuation and case.
  ///
  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish.
  private static let whole: [String: Kind] = {
    var table: [String: Kind] = [:]
    func add(_ kind: Kind, _ lines: String) {
      for line in lines.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
        table[key(line)] = kind
      }
    }
    add(
      .line,
      """
      share|share this|share this article|share this story|share this post|share this page|sharing|print
      social sharing|follow us|stay connected|newsletter|subscribe|subscribe now|advertisement|sponsored
      sponsored content|promoted content|paid content|partner content|read more|menu|search|jump to|video
      listen|listen to this article|save|comment|more|share on facebook|share on twitter|tweet|email
      teilen|artikel teilen|beitrag teilen|teilen mit|gefällt mir|gefällt mir wird geladen|anzeige|werbung
      weiterlesen|drucken|merken|newsletter abonnieren|nach oben|vorlesen|publicité|partager|imprimer
      partager l'article|publicidad|compartir|condividi|compartilhe|udostępnij|drukuj|reklama|advertentie
      """)
    add(
      .list,
      """
      related|related articles|related stories|related posts|related news|related content|related links
      related topics|related reading|related coverage|more stories|more news|more to explore|more like this
      most read|most popular|most viewed|most shared|popular posts|popular stories|trending|trending now
      latest news|latest stories|latest posts|latest articles|latest videos|recent posts|recent articles
      recommended|recommended for you|recommended videos|recommended reading|recommended stories
      you may like|you may also like|you might also like|you might like|also of interest|see also
      read also|read next|up next|next up|further reading|editors' picks|editor's picks|top stories
      don't miss|in case you missed it|more from this section|other stories|other news|explore more
      sign up for our newsletter|subscribe to our newsletter|stay in touch|connect with us|find us on
      tags|topics|filed under|categories|keywords|in this story|explore topics|popular topics
      references|footnotes|sources|photo credits|picture credits|image credits|credits|about us|contact us
      table of contents|post navigation|site navigation
      das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte ihnen auch gefallen
      auch interessant|auch lesenswert|mehr zum thema|mehr dazu|zum thema|weitere artikel|weitere themen
      weitere beiträge|ähnliche beiträge|ähnliche artikel|ähnliche themen|verwandte artikel|verwandte beiträge
      lesen sie auch|lesen sie mehr|meistgelesen|meistgelesene artikel|neueste beiträge|aktuelle beiträge
      aktuelle artikel|beliebte artikel|top-themen|schlagworte|schlagwörter|stichworte|einzelnachweise
      fußnoten|bildnachweis|mehr von|mehr aus|mehr aus diesem ressort|weiterführende links|links zum thema
      beitragsnavigation|ähnliches|weitere informationen|weitere infos|zum weiterlesen|zusatzinformationen
      quellenangaben|quellen|schon gelesen|pressekontakt|ansprechpartner|press contact|media contact
      contact|kontakt|contatti|contacto|bildquellen|bildquelle|beitragsbild|further information
      à lire aussi|a lire aussi|lire aussi|sur le même sujet|sur le même thème|dans la même rubrique
      les plus lus|articles liés|articles similaires|voir aussi|mots-clés|plus d'articles
      lea también|lee también|te puede interesar|te puede gustar|más noticias|noticias relacionadas
      notas relacionadas|artículos relacionados|contenido relacionado|lo más leído|etiquetas
      más información|temas relacionados|le puede interesar|leggi anche|articoli correlati
      potrebbe interessarti|leia também|leia mais|notícias relacionadas|lees ook|lees meer
      gerelateerde artikelen|czytaj też|czytaj także|zobacz także|zobacz też|polecane|powiązane artykuły
      przeczytaj także
      """)
    add(
      .author,
      """
      about the author|about the authors|about the writer|the author|about the contributor
      über den autor|über die autorin|zur person|der autor|die autorin|à propos de l'auteur
      sobre el autor|sull'autore|o autorze
      """)
    add(
      .comments,
      """
      comments|leave a comment|leave a reply|leave a response|join the conversation|post a comment
      reader comments|add a comment|write a comment|view comments|responses|trackbacks|cancel reply
      kommentare|kommentar schreiben|kommentar hinterlassen|schreibe einen kommentar|leserkommentare
      schreiben sie einen kommentar|commentaires|laisser un commentaire|comentarios|deja un comentario
      commenti|lascia un commento|comentários|reacties|komentarze
      """)
    return table
  }()

  /// How short lines begin that lead elsewhere.
  private static let openings: [String] = {
    let lines = """
      read more:|read more about|more on this|more from |related: |see also: |also read: |read also: |up next
      you may also like|latest from |more stories from|most read in|you might also
      recommended for|sign up for |sign up to |about the author
      the best of |lesen sie auch|mehr zum thema|lesen sie hier|mehr zu |auch interessant|das könnte |weitere artikel
      mehr aus |mehr von |à lire aussi|a lire aussi|lire aussi|lire aussi
      lea también|lee también|le puede interesar|te puede interesar|leggi anche|leia também|lees ook|czytaj też
      czytaj także|zobacz także|zobacz też
      """
    return lines.split { $0 == "|" || $0 == "\n" }.map {
      String(Substring($0.drop { $0 == " " })).lowercased()
    }
  }()

  /// What a line leads into; nil where it is no such heading.
  static func kind(of line: LineOfText) -> Kind? {
    guard line.bytes.count <= 90, line.wordCount(upTo: 11) <= 10 else { return nil }
    let small = line.string.lowercased()
    if let kind = whole[key(Substring(small))] { return kind }
    // "3 Kommentare", "12 comments".
    let rest = small.drop { $0.isNumber || $0 == " " || $0 == "." || $0 == "," }
    if rest.count < small.count, !rest.isEmpty, let kind = whole[key(rest)] { return kind }
    guard !line.endsSentence else { return nil }
    if comments.contains(where: { small.hasPrefix($0) }) { return .comments }
    return openings.contains { small.hasPrefix($0) } ? .list : nil
  }

  private static let comments = [
    "comments (", "leave a reply", "leave a comment", "join the conversation", "kommentare (",
    "schreibe einen ", "gedanken zu ",
  ]

  /// A line without case and without punctuation at its ends.
  private static func key(_ line: Substring) -> String {
    let bare = line.drop { !$0.isLetter && !$0.isNumber }
    let end = bare.lastIndex { $0.isLetter || $0.isNumber }
    guard let end else { return "" }
    return bare[...end].lowercased().replacing("\u{2019}", with: "'")
  }
}
