/// Facts about states: their names, and the seats by which their governments go.
///
/// A table of facts; `state = other names ; seats of government`, lower case but for the state.
enum StatesTable {
  /// The state of a short form of its name ("US", "the North" is none): the same state in any place.
  static func state(named name: String) -> String? { variants[name.lowercased()] }

  /// The state whose government goes by a place ("Moscow").
  static func state(seatedAt place: String) -> String? { seats[place.lowercased()] }

  /// Whether a word is the name of a state.
  static func isState(_ name: String) -> Bool { names.contains(name.lowercased()) }

  private static let entries: [(state: String, variants: [String], seats: [String])] =
    facts.split(separator: "\n").map { line in
      let halves = line.split(separator: "=").map { $0.trimming(" ") }
      let lists = halves.dropFirst().first.map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map { list in
          list.split(separator: ",").map { $0.trimming(" ") }
        }
      }
      return (halves[0], lists?.first ?? [], lists?.dropFirst().first ?? [])
    }

  private static let variants: [String: String] = Dictionary(
    entries.flatMap { entry in entry.variants.map { ($0, entry.state) } }
  ) { first, _ in first }
  private static let seats: [String: String] = Dictionary(
    entries.flatMap { entry in entry.seats.map { ($0, entry.state) } }
  ) { first, _ in first }
  private static let names = Set(
    entries.flatMap { [$0.state.lowercased()] + $0.variants })

  private static let facts = """
    Afghanistan = ; kabul
    Albania = ; tirana
    Algeria = ; algiers
    Argentina = ; buenos aires
    Armenia = ; yerevan
    Australia = ; canberra
    Austria = ; vienna
    Azerbaijan = ; baku
    Bangladesh = ; dhaka
    Belarus = ; minsk
    Belgium =
    Bolivia = ; la paz
    Bosnia and Herzegovina = bosnia ; sarajevo
    Brazil = ; brasilia, brasília
    Bulgaria = ; sofia
    Cambodia = ; phnom penh
    Canada = ; ottawa
    Chile = ; santiago
    China = people's republic of china, prc ; beijing
    Colombia = ; bogota, bogotá
    Croatia = ; zagreb
    Cuba = ; havana
    Cyprus = ; nicosia
    Czech Republic = czechia ; prague
    Denmark = ; copenhagen
    Ecuador = ; quito
    Egypt = ; cairo
    Eritrea = ; asmara
    Estonia = ; tallinn
    Ethiopia = ; addis ababa
    European Union = eu, e.u. ; brussels
    Finland = ; helsinki
    France = ; paris
    Georgia = ; tbilisi
    Germany = ; berlin
    Greece = ; athens
    Hungary = ; budapest
    Iceland = ; reykjavik
    India = ; new delhi, delhi
    Indonesia = ; jakarta
    Iran = islamic republic of iran ; tehran
    Iraq = ; baghdad
    Ireland = ; dublin
    Israel =
    Italy = ; rome
    Japan = ; tokyo
    Jordan = ; amman
    Kazakhstan = ; astana
    Kenya = ; nairobi
    Kosovo = ; pristina
    Kyrgyzstan = ; bishkek
    Laos = ; vientiane
    Latvia = ; riga
    Lebanon = ; beirut
    Libya = ; tripoli
    Lithuania = ; vilnius
    Malaysia = ; kuala lumpur
    Mexico = ; mexico city
    Moldova = ; chisinau, chișinău
    Mongolia = ; ulaanbaatar
    Montenegro = ; podgorica
    Morocco = ; rabat
    Myanmar = burma ; naypyidaw
    Nepal = ; kathmandu
    Netherlands = holland ; the hague
    New Zealand = ; wellington
    Nigeria = ; abuja
    North Korea = dprk, democratic people's republic of korea ; pyongyang
    North Macedonia = ; skopje
    Norway = ; oslo
    Oman = ; muscat
    Pakistan = ; islamabad
    Peru = ; lima
    Philippines = ; manila
    Poland = ; warsaw
    Portugal = ; lisbon
    Qatar = ; doha
    Romania = ; bucharest
    Russia = russian federation ; moscow
    Rwanda = ; kigali
    Saudi Arabia = ; riyadh
    Serbia = ; belgrade
    Slovakia = ; bratislava
    Slovenia = ; ljubljana
    Somalia = ; mogadishu
    South Africa = ; pretoria
    South Korea = republic of korea, rok ; seoul
    Spain = ; madrid
    Sudan = ; khartoum
    Sweden = ; stockholm
    Switzerland = ; bern
    Syria = ; damascus
    Taiwan = ; taipei
    Tajikistan = ; dushanbe
    Thailand = ; bangkok
    Tunisia = ; tunis
    Turkey = türkiye, turkiye ; ankara
    Turkmenistan = ; ashgabat
    Uganda = ; kampala
    Ukraine = ; kyiv, kiev
    United Arab Emirates = uae, u.a.e. ; abu dhabi
    United Kingdom = uk, u.k., britain, great britain ; london
    United States = us, u.s., usa, u.s.a., united states of america, america ; washington
    Uzbekistan = ; tashkent
    Venezuela = ; caracas
    Vietnam = ; hanoi
    Yemen = ; sanaa
    Zimbabwe = ; harare
    """
}

extension Substring {
  /// Without a character at both ends.
  fileprivate func trimming(_ character: Character) -> String {
    var rest = self
    while rest.first == character { rest.removeFirst() }
    while rest.last == character { rest.removeLast() }
    return String(rest)
  }
}
