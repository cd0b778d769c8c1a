internal import SaysoLanguage

/// Facts about well-known bodies: which state they are of, what they are there, and their names.
///
/// `owner class = name, other names`: the owner is a state's code or `INT` for none; the class is how
/// a description calls such a body ("spy agency": `intelligence`) and stands only where the owner has
/// one such body, so that a description finds it; `-` elsewhere.
package struct BodyTable: Sendable {
  /// One body.
  package struct Body: Hashable, Sendable {
    /// Stable within the table: owner and first name.
    package let key: String
    /// The name to show.
    package let name: String
    /// The code of the state that it is of; nil for international ones.
    package let state: String?
    /// Whether it publishes reports.
    package let isOutlet: Bool
  }

  /// The built-in table.
  package static let shared = BodyTable()

  private let byName: [String: Body]
  private let byClass: [String: Body]
  private let byClassWords: [String: String]
  /// The last words of descriptions: a quick look before the long one.
  private let lastWords: Set<String>

  private init() {
    var byName: [String: Body] = [:]
    var byClass: [String: Body] = [:]
    for (table, isOutlet) in [(BodyTable.bodies, false), (BodyTable.outlets, true)] {
      for line in table.split(separator: "\n") {
        let halves = line.split(separator: "=", maxSplits: 1)
        let head = halves[0].split(separator: " ")
        let names = halves[1].split(separator: ",").map { name in
          String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let owner = String(head[0])
        let body = Body(
          key: "\(owner)/\(BodyTable.key(names[0]))", name: names[0],
          state: owner == "INT" ? nil : owner, isOutlet: isOutlet)
        for name in names { byName[BodyTable.key(name)] = body }
        if head[1] != "-" { byClass["\(owner) \(head[1])"] = body }
      }
    }
    var words: [String: String] = [:]
    for line in BodyTable.classes.split(separator: "\n") {
      let halves = line.split(separator: "=", maxSplits: 1)
      let name = halves[0].split(separator: " ")[0]
      for phrase in halves[1].split(separator: ",") {
        words[BodyTable.key(String(phrase.drop { $0 == " " }))] = String(name)
      }
    }
    self.byName = byName
    self.byClass = byClass
    byClassWords = words
    lastWords = Set(words.keys.compactMap { $0.split(separator: " ").last.map(String.init) })
  }

  /// The body of a name.
  package func body(named name: String) -> Body? { byName[BodyTable.key(name)] }

  /// The class that a description without its owner tells ("spy agency", "Ministry of Defence").
  package func bodyClass(of description: String) -> String? {
    guard let last = description.split(separator: " ").last,
      lastWords.contains(BodyTable.key(String(last)))
    else { return nil }
    return byClassWords[BodyTable.key(description)]
  }

  /// Whether a word ends a description.
  func canEnd(_ word: String) -> Bool { lastWords.contains(BodyTable.key(word)) }

  /// The body of a class that a state has, where it has just one.
  package func body(ofClass name: String, in state: String) -> Body? {
    byClass["\(state) \(name)"]
  }

  static func key(_ name: String) -> String {
    var text = name.foldedForNames
    text.removeAll { $0 == "." || $0 == "'" || $0 == "," }
    if text.hasPrefix("the ") { text.removeFirst(4) }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  /// Classes of bodies, with the words that describe one.
  private static let classes = """
    intelligence = spy agency, intelligence agency, intelligence service, spy service, \
    national intelligence agency, main intelligence agency, intelligence services, spy agencies, \
    main spy agency, secret service, national spy agency
    foreign-ministry = foreign ministry, ministry of foreign affairs, foreign affairs ministry, \
    ministry of external affairs, external affairs ministry, foreign office, diplomatic service
    defense-ministry = defense ministry, defence ministry, ministry of defense, ministry of defence, \
    ministry of national defense, ministry of national defence, national defense ministry, \
    national defence ministry, defense department, defence department, department of defense, \
    department of defence, military ministry
    interior-ministry = interior ministry, ministry of interior, ministry of the interior, \
    ministry of internal affairs, internal affairs ministry
    finance-ministry = finance ministry, ministry of finance
    justice-ministry = justice ministry, ministry of justice, justice department
    health-ministry = health ministry, ministry of health, ministry of public health
    energy-ministry = energy ministry, ministry of energy, oil ministry
    unification-ministry = unification ministry, ministry of unification
    central-bank = central bank, national bank, reserve bank
    parliament = parliament, national assembly, national parliament
    presidency = presidency, presidential office, office of the president, president's office, \
    presidential administration, presidential palace
    government = government, authorities, administration, cabinet, leadership, regime
    military = military, army, armed forces, military forces
    general-staff = general staff, military general staff, joint chiefs of staff, \
    general staff of the armed forces
    navy = navy, naval forces
    air-force = air force
    police = police, national police, police force
    supreme-court = supreme court, top court, highest court
    space-agency = space agency
    state-news-agency = state news agency, official news agency, state media, state-run media, \
    state-run news agency
    """

  /// Bodies by owner.
  private static let bodies = """
    KOR intelligence = National Intelligence Service, NIS, South Korean National Intelligence Service
    KOR presidency = Presidential Office of South Korea, Blue House, Cheong Wa Dae
    KOR general-staff = Joint Chiefs of Staff of South Korea, JCS
    KOR unification-ministry = Ministry of Unification, Unification Ministry
    KOR central-bank = Bank of Korea, BOK
    PRK state-news-agency = Korean Central News Agency, KCNA
    PRK - = Workers' Party of Korea, Korean Workers' Party, WPK
    PRK military = Korean People's Army, KPA
    PRK parliament = Supreme People's Assembly
    RUS presidency = Kremlin
    RUS - = Federal Security Service, FSB
    RUS - = Foreign Intelligence Service, SVR
    RUS - = Main Intelligence Directorate of Russia, GRU
    RUS - = State Duma, Duma
    RUS - = Federation Council
    RUS central-bank = Bank of Russia, Central Bank of Russia
    RUS space-agency = Roscosmos, Roskosmos
    RUS - = Roskomnadzor
    RUS - = Wagner Group, Wagner, Wagner PMC
    UKR parliament = Verkhovna Rada, Rada
    UKR - = Security Service of Ukraine, SBU
    UKR - = Main Directorate of Intelligence of Ukraine, HUR, GUR, Defence Intelligence of Ukraine, \
    Main Directorate of Intelligence
    UKR central-bank = National Bank of Ukraine
    USA presidency = White House
    USA defense-ministry = Pentagon, US Department of Defense, Department of Defense, \
    Defense Department, United States Department of Defense, DoD
    USA foreign-ministry = State Department, US State Department, US Department of State, \
    Department of State, United States Department of State
    USA - = Central Intelligence Agency, CIA
    USA - = National Security Agency, NSA
    USA - = Federal Bureau of Investigation, FBI
    USA - = National Security Council, NSC
    USA - = Department of Homeland Security, DHS, Homeland Security Department, \
    US Department of Homeland Security
    USA - = Department of Justice, US Department of Justice, US Justice Department, DOJ, \
    Justice Department
    USA - = Treasury Department, US Treasury, US Treasury Department, Department of the Treasury
    USA - = Environmental Protection Agency, EPA
    USA - = Food and Drug Administration, FDA, US Food and Drug Administration
    USA - = Centers for Disease Control and Prevention, CDC, Centers for Disease Control, \
    US Centers for Disease Control and Prevention
    USA - = Internal Revenue Service, IRS
    USA central-bank = Federal Reserve, Fed, US Federal Reserve, Federal Reserve Board
    USA - = Securities and Exchange Commission, SEC, US Securities and Exchange Commission
    USA parliament = US Congress, Congress, United States Congress
    USA - = US House of Representatives, House of Representatives
    USA - = US Senate, United States Senate
    USA - = US Supreme Court, United States Supreme Court, Supreme Court of the United States
    USA space-agency = NASA, National Aeronautics and Space Administration
    USA - = US Geological Survey, USGS, United States Geological Survey
    USA - = Federal Aviation Administration, FAA
    USA - = National Transportation Safety Board, NTSB
    USA - = National Oceanic and Atmospheric Administration, NOAA
    USA - = Immigration and Customs Enforcement, ICE, US Immigration and Customs Enforcement
    USA - = US Agency for International Development, USAID
    USA air-force = United States Air Force, US Air Force, USAF
    USA navy = United States Navy, US Navy
    USA military = US military, US Armed Forces, United States Armed Forces
    USA - = United States Army, US Army
    USA - = US Marine Corps, Marine Corps, United States Marine Corps, USMC
    USA - = US Coast Guard, United States Coast Guard
    USA - = US Central Command, CENTCOM
    USA - = Republican National Committee, RNC
    USA - = Democratic National Committee, DNC
    USA - = Republican Party, GOP
    USA - = Democratic Party
    USA - = Congressional Budget Office, CBO
    USA - = Government Accountability Office, GAO
    USA - = American Civil Liberties Union, ACLU
    USA - = National Rifle Association, NRA
    USA - = National Association for the Advancement of Colored People, NAACP
    USA - = National Football League, NFL
    USA - = National Basketball Association, NBA
    USA - = Major League Baseball, MLB
    USA - = National Hockey League, NHL
    USA - = National Collegiate Athletic Association, NCAA
    USA - = United Auto Workers, UAW, United Auto Workers union
    USA - = General Motors, GM, General Motors Corporation, General Motors Corp
    GBR presidency = Downing Street, 10 Downing Street, No 10, Number 10
    GBR foreign-ministry = Foreign Office, Foreign and Commonwealth Office, FCO, FCDO, \
    Foreign Commonwealth and Development Office
    GBR defense-ministry = UK Ministry of Defence, British Ministry of Defence
    GBR - = MI5, Security Service MI5
    GBR - = MI6, Secret Intelligence Service
    GBR - = GCHQ, Government Communications Headquarters
    GBR central-bank = Bank of England
    GBR - = House of Commons
    GBR - = House of Lords
    GBR interior-ministry = Home Office
    GBR - = Scotland Yard, Metropolitan Police, Met Police
    GBR - = Buckingham Palace
    GBR air-force = Royal Air Force, RAF
    GBR navy = Royal Navy
    GBR - = National Health Service, NHS
    FRA presidency = Elysee, Elysee Palace
    FRA foreign-ministry = Quai d'Orsay
    FRA - = DGSE, Directorate-General for External Security
    FRA - = DGSI
    FRA central-bank = Banque de France, Bank of France
    DEU parliament = Bundestag
    DEU - = Bundesrat
    DEU - = BND, Federal Intelligence Service, Bundesnachrichtendienst
    DEU - = BfV, Federal Office for the Protection of the Constitution
    DEU central-bank = Bundesbank
    DEU military = Bundeswehr
    DEU - = Christian Democratic Union, CDU
    DEU - = Alternative for Germany, AfD
    ITA presidency = Quirinal Palace, Quirinale
    ITA - = Palazzo Chigi
    ITA central-bank = Bank of Italy
    ESP parliament = Cortes Generales, Cortes
    ESP presidency = Moncloa, Moncloa Palace
    ISR parliament = Knesset
    ISR - = Mossad
    ISR - = Shin Bet, Shabak
    ISR military = Israel Defense Forces, IDF, Israeli Defense Forces, Israel Defence Forces
    ISR central-bank = Bank of Israel
    PSE - = Palestinian Authority, Palestinian National Authority
    PSE - = Palestine Liberation Organization, PLO
    PSE - = Hamas
    LBN - = Hezbollah, Hizbollah, Hizbullah, Hezbullah, Hizballah
    YEM - = Houthis, Ansar Allah, Huthis, Houthi movement
    AFG - = Taliban, Taleban
    TUR - = National Intelligence Organization of Turkey, MIT
    TUR parliament = Grand National Assembly of Turkey
    TUR - = Kurdistan Workers' Party, PKK
    TUR - = Justice and Development Party, AKP
    IRN - = Islamic Revolutionary Guard Corps, IRGC, Revolutionary Guards, Revolutionary Guard, \
    Iran's Revolutionary Guards, Iran's Revolutionary Guard, Islamic Revolutionary Guards Corps
    IRN parliament = Majlis
    IRN - = Guardian Council
    IRN - = Atomic Energy Organization of Iran, AEOI
    CHN military = People's Liberation Army, PLA
    CHN parliament = National People's Congress, NPC
    CHN - = Chinese Communist Party, CCP, Communist Party of China, CPC
    CHN central-bank = People's Bank of China, PBOC
    CHN - = Ministry of State Security, MSS
    CHN - = State Council
    JPN parliament = Diet, National Diet
    JPN central-bank = Bank of Japan, BOJ
    JPN - = Japan Self-Defense Forces, JSDF
    JPN - = Tokyo Electric Power Company, TEPCO, Tokyo Electric Power Co
    IND - = Lok Sabha
    IND - = Rajya Sabha
    IND central-bank = Reserve Bank of India, RBI
    IND - = Bharatiya Janata Party, BJP
    IND foreign-ministry = Ministry of External Affairs, MEA
    IND - = Research and Analysis Wing, RAW
    IND space-agency = Indian Space Research Organisation, ISRO
    IND navy = Indian Navy
    PAK intelligence = Inter-Services Intelligence, ISI
    PAK - = Pakistan Peoples Party, PPP
    AUS central-bank = Reserve Bank of Australia, RBA
    AUS - = Australian Federal Police
    AUS - = Australian Security Intelligence Organisation, ASIO
    CAN police = Royal Canadian Mounted Police, RCMP
    CAN central-bank = Bank of Canada
    CAN intelligence = Canadian Security Intelligence Service, CSIS
    CAN - = House of Commons of Canada
    POL parliament = Sejm
    CHE central-bank = Swiss National Bank, SNB
    TWN parliament = Legislative Yuan
    TWN - = Kuomintang, KMT
    ZAF - = African National Congress, ANC
    VAT - = Roman Catholic Church
    SAU - = Saudi Aramco, Aramco
    EGY - = Muslim Brotherhood
    NGA - = Boko Haram
    INT - = United Nations, UN, U.N., United Nations Organization
    INT - = UN Security Council, United Nations Security Council, Security Council, UNSC
    INT - = UN General Assembly, United Nations General Assembly, UNGA
    INT - = European Union, EU, E.U.
    INT - = European Commission
    INT - = European Parliament
    INT - = European Council
    INT - = European Central Bank, ECB
    INT - = European Court of Human Rights, ECHR
    INT - = NATO, North Atlantic Treaty Organization, North Atlantic Treaty Organisation, Nato
    INT - = African Union, AU
    INT - = Arab League, League of Arab States
    INT - = Association of Southeast Asian Nations, ASEAN
    INT - = Organization for Security and Co-operation in Europe, OSCE
    INT - = Organization of American States, OAS
    INT - = Organization of the Petroleum Exporting Countries, OPEC
    INT - = International Atomic Energy Agency, IAEA
    INT - = International Criminal Court, ICC
    INT - = International Court of Justice, ICJ
    INT - = International Monetary Fund, IMF
    INT - = World Bank
    INT - = World Trade Organization, WTO, World Trade Organisation
    INT - = World Health Organization, WHO, World Health Organisation
    INT - = World Food Programme, WFP, World Food Program
    INT - = UNICEF, United Nations Children's Fund
    INT - = UNHCR, UN refugee agency, United Nations High Commissioner for Refugees
    INT - = UNESCO
    INT - = UNRWA
    INT - = International Committee of the Red Cross, ICRC
    INT - = International Olympic Committee, IOC
    INT - = International Maritime Bureau, IMB
    INT - = FIFA
    INT - = UEFA
    INT - = Interpol, International Criminal Police Organization
    INT - = Europol
    INT - = Organisation for Economic Co-operation and Development, OECD
    INT - = Group of Seven, G7, G-7
    INT - = Group of 20, G20, G-20
    INT - = BRICS
    INT - = Islamic State, ISIS, ISIL, Daesh, IS group, Islamic State group
    INT - = al-Qaeda, al-Qaida, al Qaeda, al Qaida, Qaeda
    INT - = Amnesty International
    INT - = Human Rights Watch, HRW
    INT - = Doctors Without Borders, Medecins Sans Frontieres, MSF
    INT - = European Aeronautic Defence and Space Company, EADS, \
    European Aeronautic Defence and Space Company EADS NV
    """

  /// Outlets and news agencies, by the state where they sit.
  private static let outlets = """
    INT - = Reuters, Reuters news agency
    USA - = Associated Press, AP, The Associated Press
    FRA - = Agence France-Presse, AFP, Agence France Presse
    KOR - = Yonhap, Yonhap News Agency, Yonhap News
    CHN state-news-agency = Xinhua, Xinhua News Agency
    CHN - = Global Times
    CHN - = CCTV, China Central Television
    RUS - = TASS, Itar-Tass, ITAR-TASS
    RUS - = RIA Novosti, RIA
    RUS - = Interfax, Interfax news agency
    RUS - = RT, Russia Today
    UKR - = Ukrinform
    UKR - = Kyiv Independent
    UKR - = Ukrainska Pravda
    IRN state-news-agency = IRNA, Islamic Republic News Agency
    IRN - = Fars, Fars News Agency
    IRN - = Tasnim, Tasnim News Agency
    TUR state-news-agency = Anadolu Agency, Anadolu
    JPN - = Kyodo, Kyodo News
    JPN - = NHK
    DEU - = Deutsche Presse-Agentur, dpa
    DEU - = Deutsche Welle, DW
    DEU - = Der Spiegel, Spiegel
    GBR - = BBC, British Broadcasting Corporation, BBC News
    GBR - = Guardian
    GBR - = Financial Times, FT
    GBR - = Daily Telegraph
    GBR - = Sky News
    GBR - = Daily Mail
    USA - = CNN, Cable News Network
    USA - = Fox News, Fox News Channel
    USA - = MSNBC
    USA - = NBC News
    USA - = CBS News
    USA - = ABC News
    USA - = CNBC
    USA - = NPR, National Public Radio
    USA - = New York Times, NYT, NY Times
    USA - = Washington Post, WaPo
    USA - = Wall Street Journal, WSJ
    USA - = Los Angeles Times, LA Times
    USA - = USA Today
    USA - = Bloomberg, Bloomberg News
    USA - = Politico
    USA - = Axios
    USA - = HuffPost, Huffington Post
    USA - = New York Daily News
    USA - = New York Post
    USA - = Voice of America, VOA
    USA - = Radio Free Europe/Radio Liberty, RFE/RL, Radio Free Europe
    USA - = Breitbart, Breitbart News
    QAT - = Al Jazeera, al-Jazeera, Aljazeera
    SAU - = Al Arabiya, al-Arabiya
    SAU state-news-agency = Saudi Press Agency, SPA
    SYR state-news-agency = SANA
    IND - = Press Trust of India, PTI
    IND - = ANI, Asian News International
    IND - = Times of India
    FRA - = Le Monde
    CAN - = Canadian Press
    CAN - = CBC
    ISR - = Haaretz
    ISR - = Times of Israel
    ISR - = Jerusalem Post
    BGR - = BTA, Bulgarian News Agency
    BGR - = BGNES
    """
}
