/// Facts about the states of the world: names, peoples, and the seats by which governments go.
///
/// Codes are ISO 3166-1 alpha-3 (Kosovo has the XKX that is in use for it). Names that two states
/// share in speech ("Korea", "Congo") belong to none here; "Georgia" is also a state of the United
/// States and is marked as shared.
package struct StateTable: Sendable {
  /// One state.
  package struct State: Hashable, Sendable {
    /// ISO 3166-1 alpha-3.
    package let code: String
    /// The name to show ("South Korea").
    package let name: String
    /// Other names and short forms ("Republic of Korea", "ROK").
    package let otherNames: [String]
    /// Adjectives of its people, which often name a person of it too ("South Korean").
    package let demonyms: [String]
    /// Where its government sits ("Seoul"), the usual one first.
    package let seats: [String]
  }

  /// The states, by code.
  package let states: [State]

  private let byName: [String: Int]
  private let byDemonym: [String: Int]
  private let byPeople: [String: Int]
  private let bySeat: [String: Int]
  private let byCode: [String: Int]

  /// The built-in table.
  package static let shared = StateTable(facts: facts)

  /// Reads lines of `CODE name = other names ; demonyms ; seats`.
  init(facts: String) {
    func list(_ text: Substring) -> [String] {
      text.split(separator: ",").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }
    states = facts.split(separator: "\n").map { line in
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let lists = halves[1].split(separator: ";", omittingEmptySubsequences: false)
      return State(
        code: String(line.prefix(3)), name: String(halves[0].dropFirst(4).trimmingSpaces),
        otherNames: list(lists[0]), demonyms: list(lists[1]), seats: list(lists[2]))
    }.sorted { $0.code < $1.code }
    var names: [String: Int] = [:]
    var demonyms: [String: Int] = [:]
    var peoples: [String: Int] = [:]
    var seats: [String: Int] = [:]
    var codes: [String: Int] = [:]
    for (index, state) in states.enumerated() {
      codes[state.code] = index
      for name in [state.name] + state.otherNames { names[StateTable.key(name)] = index }
      for word in state.demonyms {
        demonyms[StateTable.key(word)] = index
        peoples[StateTable.key(word) + "s"] = index
      }
      for seat in state.seats { seats[StateTable.key(seat)] = index }
    }
    for (people, code) in StateTable.peoples { peoples[people] = codes[code] }
    byName = names
    byDemonym = demonyms
    byPeople = peoples
    bySeat = seats
    byCode = codes
  }

  /// The state of a code.
  package subscript(_ code: String) -> State? { byCode[code].map { states[$0] } }

  /// The state of one of its names ("DPRK", "the United States").
  package func state(named name: String) -> State? {
    byName[StateTable.key(name)].map { states[$0] }
  }

  /// The state of an adjective ("North Korean").
  package func state(demonym word: String) -> State? {
    byDemonym[StateTable.key(word)].map { states[$0] }
  }

  /// The state of a people ("South Koreans", "Britons").
  package func state(people word: String) -> State? {
    byPeople[StateTable.key(word)].map { states[$0] }
  }

  /// The state whose government sits at a place ("Pyongyang").
  package func state(seatedAt place: String) -> State? {
    bySeat[StateTable.key(place)].map { states[$0] }
  }

  /// Whether something else goes by a state's name often enough to ask for more than the name.
  package func isShared(_ name: String) -> Bool {
    StateTable.sharedNames.contains(StateTable.key(name))
  }

  /// Small letters, without marks, stops or a leading article.
  private static func key(_ name: String) -> String {
    var text = name.foldedForNames
    text.removeAll { $0 == "." }
    if text.hasPrefix("the ") { text.removeFirst(4) }
    return text
  }

  private static let sharedNames: Set<String> = ["georgia", "jordan", "chad", "togo"]

  /// Nouns for peoples that no adjective gives.
  private static let peoples: [(String, String)] = [
    ("britons", "GBR"), ("danes", "DNK"), ("finns", "FIN"), ("swedes", "SWE"), ("turks", "TUR"),
    ("poles", "POL"), ("spaniards", "ESP"), ("serbs", "SRB"), ("croats", "HRV"),
    ("filipinos", "PHL"), ("new zealanders", "NZL"), ("icelanders", "ISL"),
    ("slovenes", "SVN"), ("slovaks", "SVK"), ("czechs", "CZE"), ("afghans", "AFG"),
    ("argentines", "ARG"), ("brits", "GBR"), ("saudis", "SAU"), ("emiratis", "ARE"),
  ]

  private static let facts = """
    AFG Afghanistan = Islamic Republic of Afghanistan ; Afghan ; Kabul
    ALB Albania = Republic of Albania ; Albanian ; Tirana
    DZA Algeria = ; Algerian ; Algiers
    AND Andorra = ; Andorran ; Andorra la Vella
    AGO Angola = ; Angolan ; Luanda
    ATG Antigua and Barbuda = ; Antiguan ; Saint John's
    ARG Argentina = Argentine Republic ; Argentine, Argentinian ; Buenos Aires
    ARM Armenia = Republic of Armenia ; Armenian ; Yerevan
    AUS Australia = Commonwealth of Australia ; Australian ; Canberra
    AUT Austria = Republic of Austria ; Austrian ; Vienna
    AZE Azerbaijan = Republic of Azerbaijan ; Azerbaijani, Azeri ; Baku
    BHS Bahamas = ; Bahamian ; Nassau
    BHR Bahrain = Kingdom of Bahrain ; Bahraini ; Manama
    BGD Bangladesh = ; Bangladeshi ; Dhaka
    BRB Barbados = ; Barbadian ; Bridgetown
    BLR Belarus = Republic of Belarus, Byelorussia ; Belarusian, Belarussian, Byelorussian ; \
    Minsk
    BEL Belgium = Kingdom of Belgium ; Belgian ;
    BLZ Belize = ; Belizean ; Belmopan
    BEN Benin = ; Beninese ; Porto-Novo, Cotonou
    BTN Bhutan = ; Bhutanese ; Thimphu
    BOL Bolivia = Plurinational State of Bolivia ; Bolivian ; La Paz, Sucre
    BIH Bosnia and Herzegovina = Bosnia, Bosnia-Herzegovina, BiH ; Bosnian ; Sarajevo
    BWA Botswana = ; Motswana, Botswanan ; Gaborone
    BRA Brazil = Federative Republic of Brazil, Brasil ; Brazilian ; Brasilia
    BRN Brunei = Brunei Darussalam ; Bruneian ; Bandar Seri Begawan
    BGR Bulgaria = Republic of Bulgaria ; Bulgarian ; Sofia
    BFA Burkina Faso = ; Burkinabe ; Ouagadougou
    BDI Burundi = ; Burundian ; Gitega, Bujumbura
    CPV Cape Verde = Cabo Verde ; Cape Verdean ; Praia
    KHM Cambodia = Kampuchea ; Cambodian ; Phnom Penh
    CMR Cameroon = ; Cameroonian ; Yaounde
    CAN Canada = ; Canadian ; Ottawa
    CAF Central African Republic = CAR ; ; Bangui
    TCD Chad = ; Chadian ; N'Djamena
    CHL Chile = Republic of Chile ; Chilean ; Santiago
    CHN China = People's Republic of China, PRC, P.R.C., mainland China ; Chinese ; Beijing, \
    Peking
    COL Colombia = Republic of Colombia ; Colombian ; Bogota
    COM Comoros = ; Comorian ; Moroni
    COD Democratic Republic of the Congo = DRC, D.R.C., DR Congo, Democratic Republic of Congo, \
    Zaire ; ; Kinshasa
    COG Republic of the Congo = Congo-Brazzaville, Republic of Congo ; ; Brazzaville
    CRI Costa Rica = ; Costa Rican ; San Jose
    CIV Ivory Coast = Cote d'Ivoire ; Ivorian ; Yamoussoukro, Abidjan
    HRV Croatia = Republic of Croatia ; Croatian ; Zagreb
    CUB Cuba = Republic of Cuba ; Cuban ; Havana
    CYP Cyprus = Republic of Cyprus ; Cypriot ; Nicosia
    CZE Czech Republic = Czechia ; Czech ; Prague
    DNK Denmark = Kingdom of Denmark ; Danish ; Copenhagen
    DJI Djibouti = ; Djiboutian ; Djibouti City
    DMA Dominica = ; ; Roseau
    DOM Dominican Republic = ; Dominican ; Santo Domingo
    ECU Ecuador = ; Ecuadorian, Ecuadorean ; Quito
    EGY Egypt = Arab Republic of Egypt ; Egyptian ; Cairo
    SLV El Salvador = ; Salvadoran, Salvadorean ; San Salvador
    GNQ Equatorial Guinea = ; Equatoguinean ; Malabo
    ERI Eritrea = ; Eritrean ; Asmara
    EST Estonia = Republic of Estonia ; Estonian ; Tallinn
    SWZ Eswatini = Swaziland ; Swazi ; Mbabane
    ETH Ethiopia = ; Ethiopian ; Addis Ababa
    FJI Fiji = ; Fijian ; Suva
    FIN Finland = Republic of Finland ; Finnish ; Helsinki
    FRA France = French Republic ; French ; Paris
    GAB Gabon = ; Gabonese ; Libreville
    GMB Gambia = ; Gambian ; Banjul
    GEO Georgia = Republic of Georgia ; Georgian ; Tbilisi
    DEU Germany = Federal Republic of Germany ; German ; Berlin
    GHA Ghana = ; Ghanaian ; Accra
    GRC Greece = Hellenic Republic ; Greek ; Athens
    GRD Grenada = ; Grenadian ; Saint George's
    GTM Guatemala = ; Guatemalan ; Guatemala City
    GIN Guinea = ; Guinean ; Conakry
    GNB Guinea-Bissau = ; ; Bissau
    GUY Guyana = ; Guyanese ; Georgetown
    HTI Haiti = ; Haitian ; Port-au-Prince
    HND Honduras = ; Honduran ; Tegucigalpa
    HUN Hungary = ; Hungarian ; Budapest
    ISL Iceland = ; Icelandic ; Reykjavik
    IND India = Republic of India ; Indian ; New Delhi, Delhi
    IDN Indonesia = Republic of Indonesia ; Indonesian ; Jakarta
    IRN Iran = Islamic Republic of Iran, Islamic Republic ; Iranian ; Tehran, Teheran
    IRQ Iraq = Republic of Iraq ; Iraqi ; Baghdad
    IRL Ireland = Republic of Ireland, Irish Republic ; Irish ; Dublin
    ISR Israel = State of Israel ; Israeli ; Jerusalem, Tel Aviv
    ITA Italy = Italian Republic ; Italian ; Rome
    JAM Jamaica = ; Jamaican ; Kingston
    JPN Japan = ; Japanese ; Tokyo
    JOR Jordan = Hashemite Kingdom of Jordan ; Jordanian ; Amman
    KAZ Kazakhstan = ; Kazakh, Kazakhstani ; Astana, Nur-Sultan
    KEN Kenya = ; Kenyan ; Nairobi
    KIR Kiribati = ; ; Tarawa
    PRK North Korea = DPRK, D.P.R.K., Democratic People's Republic of Korea, N. Korea, N Korea \
    ; North Korean ; Pyongyang, P'yongyang
    KOR South Korea = ROK, R.O.K., Republic of Korea, S. Korea, S Korea ; South Korean ; Seoul
    XKX Kosovo = Republic of Kosovo ; Kosovar, Kosovan ; Pristina, Prishtina
    KWT Kuwait = ; Kuwaiti ; Kuwait City
    KGZ Kyrgyzstan = Kyrgyz Republic, Kirghizia ; Kyrgyz ; Bishkek
    LAO Laos = Lao People's Democratic Republic ; Laotian, Lao ; Vientiane
    LVA Latvia = ; Latvian ; Riga
    LBN Lebanon = ; Lebanese ; Beirut
    LSO Lesotho = ; Basotho ; Maseru
    LBR Liberia = ; Liberian ; Monrovia
    LBY Libya = State of Libya ; Libyan ; Tripoli
    LIE Liechtenstein = ; ; Vaduz
    LTU Lithuania = ; Lithuanian ; Vilnius
    LUX Luxembourg = ; Luxembourgish ; Luxembourg City
    MDG Madagascar = ; Malagasy ; Antananarivo
    MWI Malawi = ; Malawian ; Lilongwe
    MYS Malaysia = ; Malaysian ; Kuala Lumpur, Putrajaya
    MDV Maldives = ; Maldivian ; Male
    MLI Mali = ; Malian ; Bamako
    MLT Malta = ; Maltese ; Valletta
    MHL Marshall Islands = ; Marshallese ; Majuro
    MRT Mauritania = ; Mauritanian ; Nouakchott
    MUS Mauritius = ; Mauritian ; Port Louis
    MEX Mexico = United Mexican States ; Mexican ; Mexico City
    FSM Micronesia = Federated States of Micronesia ; Micronesian ; Palikir
    MDA Moldova = Republic of Moldova, Moldavia ; Moldovan, Moldavian ; Chisinau, Kishinev
    MCO Monaco = ; Monegasque ;
    MNG Mongolia = ; Mongolian ; Ulaanbaatar, Ulan Bator
    MNE Montenegro = ; Montenegrin ; Podgorica
    MAR Morocco = Kingdom of Morocco ; Moroccan ; Rabat
    MOZ Mozambique = ; Mozambican ; Maputo
    MMR Myanmar = Burma ; Burmese ; Naypyidaw, Rangoon, Yangon
    NAM Namibia = ; Namibian ; Windhoek
    NRU Nauru = ; Nauruan ; Yaren
    NPL Nepal = ; Nepali, Nepalese ; Kathmandu, Katmandu
    NLD Netherlands = Holland, Kingdom of the Netherlands ; Dutch ; The Hague, Amsterdam
    NZL New Zealand = ; ; Wellington
    NIC Nicaragua = ; Nicaraguan ; Managua
    NER Niger = ; Nigerien ; Niamey
    NGA Nigeria = Federal Republic of Nigeria ; Nigerian ; Abuja
    MKD North Macedonia = Macedonia, Former Yugoslav Republic of Macedonia, FYROM ; Macedonian, \
    North Macedonian ; Skopje
    NOR Norway = Kingdom of Norway ; Norwegian ; Oslo
    OMN Oman = Sultanate of Oman ; Omani ; Muscat
    PAK Pakistan = Islamic Republic of Pakistan ; Pakistani ; Islamabad
    PLW Palau = ; Palauan ; Ngerulmud
    PSE Palestine = State of Palestine ; ; Ramallah
    PAN Panama = ; Panamanian ; Panama City
    PNG Papua New Guinea = PNG ; ; Port Moresby
    PRY Paraguay = ; Paraguayan ; Asuncion
    PER Peru = ; Peruvian ; Lima
    PHL Philippines = Republic of the Philippines ; Philippine, Filipino ; Manila
    POL Poland = Republic of Poland ; Polish ; Warsaw
    PRT Portugal = ; Portuguese ; Lisbon
    QAT Qatar = State of Qatar ; Qatari ; Doha
    ROU Romania = Rumania ; Romanian ; Bucharest
    RUS Russia = Russian Federation ; Russian ; Moscow, Moskva
    RWA Rwanda = ; Rwandan ; Kigali
    KNA Saint Kitts and Nevis = St. Kitts and Nevis ; ; Basseterre
    LCA Saint Lucia = St. Lucia ; ; Castries
    VCT Saint Vincent and the Grenadines = St. Vincent and the Grenadines ; ; Kingstown
    WSM Samoa = ; Samoan ; Apia
    SMR San Marino = ; Sammarinese ;
    STP Sao Tome and Principe = ; ; Sao Tome
    SAU Saudi Arabia = Kingdom of Saudi Arabia, KSA ; Saudi, Saudi Arabian ; Riyadh
    SEN Senegal = ; Senegalese ; Dakar
    SRB Serbia = Republic of Serbia ; Serbian ; Belgrade
    SYC Seychelles = ; Seychellois ;
    SLE Sierra Leone = ; Sierra Leonean ; Freetown
    SGP Singapore = Republic of Singapore ; Singaporean ;
    SVK Slovakia = Slovak Republic ; Slovak, Slovakian ; Bratislava
    SVN Slovenia = Republic of Slovenia ; Slovenian, Slovene ; Ljubljana
    SLB Solomon Islands = ; ; Honiara
    SOM Somalia = ; Somali, Somalian ; Mogadishu
    ZAF South Africa = Republic of South Africa, RSA, S. Africa ; South African ; Pretoria
    SSD South Sudan = ; South Sudanese ; Juba
    ESP Spain = Kingdom of Spain ; Spanish ; Madrid
    LKA Sri Lanka = Ceylon ; Sri Lankan ; Colombo
    SDN Sudan = ; Sudanese ; Khartoum
    SUR Suriname = Surinam ; Surinamese ; Paramaribo
    SWE Sweden = Kingdom of Sweden ; Swedish ; Stockholm
    CHE Switzerland = Swiss Confederation ; Swiss ; Bern, Berne
    SYR Syria = Syrian Arab Republic ; Syrian ; Damascus
    TWN Taiwan = Republic of China, Chinese Taipei ; Taiwanese ; Taipei
    TJK Tajikistan = ; Tajik ; Dushanbe
    TZA Tanzania = United Republic of Tanzania ; Tanzanian ; Dodoma, Dar es Salaam
    THA Thailand = Siam ; Thai ; Bangkok
    TLS Timor-Leste = East Timor ; Timorese, East Timorese ; Dili
    TGO Togo = ; Togolese ; Lome
    TON Tonga = ; Tongan ; Nuku'alofa
    TTO Trinidad and Tobago = ; Trinidadian ; Port of Spain
    TUN Tunisia = ; Tunisian ; Tunis
    TUR Turkey = Turkiye, Republic of Turkey, Republic of Turkiye ; Turkish ; Ankara
    TKM Turkmenistan = ; Turkmen ; Ashgabat
    TUV Tuvalu = ; Tuvaluan ; Funafuti
    UGA Uganda = ; Ugandan ; Kampala
    UKR Ukraine = ; Ukrainian ; Kyiv, Kiev, Kyyiv
    ARE United Arab Emirates = UAE, U.A.E., Emirates ; Emirati ; Abu Dhabi
    GBR United Kingdom = UK, U.K., Britain, Great Britain, United Kingdom of Great Britain and \
    Northern Ireland ; British ; London
    USA United States = US, U.S., USA, U.S.A., United States of America, America ; American ; \
    Washington, Washington D.C., Washington DC
    URY Uruguay = ; Uruguayan ; Montevideo
    UZB Uzbekistan = ; Uzbek ; Tashkent
    VUT Vanuatu = ; Vanuatuan ; Port Vila
    VAT Vatican City = Holy See, Vatican ; ;
    VEN Venezuela = Bolivarian Republic of Venezuela ; Venezuelan ; Caracas
    VNM Vietnam = Viet Nam, Socialist Republic of Vietnam ; Vietnamese ; Hanoi
    YEM Yemen = Republic of Yemen ; Yemeni ; Sanaa, Sana'a
    ZMB Zambia = ; Zambian ; Lusaka
    ZWE Zimbabwe =  ; Zimbabwean ; Harare
    """
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
