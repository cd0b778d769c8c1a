/// Headings and short lines that lead into something other than the report: lists of other reports,
/// comments, a newsletter, the author's life.
enum FurnitureHeading {
  /// Lines that are one of these, apart from punctuation and case. English, German, French, Spanish,
  /// Italian, Portuguese, Dutch, Polish.
  private static let whole: Set<String> = {
    let lines = """
      related|related articles|related stories|related posts|related news|related content|related links
      related topics|related reading|related coverage|more stories|more news|more to explore|more like this
      most read|most popular|most viewed|most shared|popular posts|popular stories|trending|trending now
      latest news|latest stories|latest posts|latest articles|latest videos|recent posts|recent articles
      recommended|recommended for you|recommended videos|recommended reading|recommended stories|you may like
      you may also like|you might also like|you might like|also of interest|see also|read also|read next
      read more|read more on|up next|next up|further reading|editors' picks|editor's picks|top stories
      don't miss|in case you missed it|more from this section|other stories|other news|explore more
      comments|leave a comment|leave a reply|leave a response|join the conversation|post a comment
      reader comments|add a comment|write a comment|discussion|view comments|responses|trackbacks
      share|share this|share this article|share this story|share this post|share this page|sharing
      social sharing|follow us|stay connected|stay in touch|connect with us|find us on
      newsletter|sign up for our newsletter|subscribe|subscribe now|subscribe to our newsletter
      about the author|about the authors|about the writer|author|about us|contact us|contact|the author
      tags|topics|filed under|categories|keywords|in this story|explore topics|popular topics
      advertisement|sponsored|sponsored content|promoted content|paid content|partner content
      references|footnotes|sources|photo credits|picture credits|image credits|credits
      table of contents|contents|jump to|navigation|menu|search|post navigation|site navigation
      das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte ihnen auch gefallen
      auch interessant|auch lesenswert|mehr zum thema|mehr dazu|zum thema|weitere artikel|weitere themen
      weitere beiträge|ähnliche beiträge|ähnliche artikel|ähnliche themen|verwandte artikel|lesen sie auch
      lesen sie mehr|weiterlesen|meistgelesen|meistgelesene artikel|neueste beiträge|aktuelle beiträge
      aktuelle artikel|beliebte artikel|top-themen|kommentare|kommentar schreiben|kommentar hinterlassen
      schreibe einen kommentar|schreiben sie einen kommentar|diskussion|teilen|artikel teilen|beitrag teilen
      teilen mit|gefällt mir|gefällt mir wird geladen|über den autor|über die autorin|zur person|autor
      der autor|die autorin|schlagworte|schlagwörter|stichworte|themen|quellen|einzelnachweise|fußnoten
      weblinks|literatur|newsletter abonnieren|anzeige|werbung|bildnachweis|inhalt|inhaltsverzeichnis
      mehr von|mehr aus|mehr aus diesem ressort|weiterführende links|links zum thema|beitragsnavigation
      à lire aussi|a lire aussi|lire aussi|sur le même sujet|sur le même thème|dans la même rubrique
      les plus lus|articles liés|articles similaires|commentaires|laisser un commentaire|partager
      partager l'article|voir aussi|à propos de l'auteur|mots-clés|publicité|plus d'articles
      lea también|lee también|te puede interesar|te puede gustar|más noticias|noticias relacionadas
      notas relacionadas|artículos relacionados|contenido relacionado|lo más leído|comentarios|compartir
      deja un comentario|etiquetas|publicidad|más información|temas relacionados|le puede interesar
      leggi anche|articoli correlati|potrebbe interessarti|commenti|lascia un commento|condividi|tag
      leia também|leia mais|notícias relacionadas|comentários|compartilhe|lees ook|lees meer|reacties
      gerelateerde artikelen|czytaj też|czytaj także|zobacz także|zobacz też|komentarze|udostępnij
      polecane|powiązane artykuły|przeczytaj także
      """
    return Set(lines.split { $0 == "|" || $0 == "\n" }.map { key(Substring($0)) })
  }()

  /// How short lines begin that lead elsewhere.
  private static let openings: [String] = {
    let lines = """
      read more:|read more about|more on this|more from |related: |see also: |also read: |read also: |up next
      you may also like|latest from |more stories from|more in |most read in|about the author|you might also
      recommended for|comments (|leave a reply|leave a comment|join the conversation|sign up for |sign up to
      the best of |lesen sie auch|mehr zum thema|lesen sie hier|mehr zu |auch interessant|das könnte |weitere artikel
      weitere infos|kommentare (|mehr aus |mehr von |schreibe einen|à lire aussi|a lire aussi|lire aussi|lire aussi
      lea también|lee también|le puede interesar|te puede interesar|leggi anche|leia também|lees ook|czytaj też
      czytaj także|zobacz także|zobacz też|more techn|gedanken zu
      """
    return lines.split { $0 == "|" || $0 == "\n" }.map {
      String(Substring($0.drop { $0 == " " })).lowercased()
    }
  }()

  /// Whether a line is such a heading.
  static func opens(_ line: LineOfText) -> Bool {
    guard line.bytes.count <= 90, line.wordCount(upTo: 11) <= 10 else { return false }
    let small = line.string.lowercased()
    if whole.contains(key(Substring(small))) { return true }
    // "3 Kommentare", "12 comments".
    let rest = small.drop { $0.isNumber || $0 == " " || $0 == "." || $0 == "," }
    if rest.count < small.count, !rest.isEmpty, whole.contains(key(rest)) { return true }
    return !line.endsSentence && openings.contains { small.hasPrefix($0) }
  }

  /// A line without case and without punctuation at its ends.
  private static func key(_ line: Substring) -> String {
    let bare = line.drop { !$0.isLetter && !$0.isNumber }
    let end = bare.lastIndex { $0.isLetter || $0.isNumber }
    guard let end else { return "" }
    return bare[...end].lowercased().replacing("\u{2019}", with: "'")
  }
}
