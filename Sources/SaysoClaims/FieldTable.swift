/// Words of one field: what reports use for the same kind of event or thing, as facts about English.
///
/// Wider than ``ConceptTable``: words of a field need not mean the same, but two statements that share
/// none are hardly about one event. A word may be in several fields.
enum FieldTable {
  private static let groups = """
    send dispatch deploy transfer move ship commit dispatch mobilise mobilize despatch order post assign
    arrive land reach come enter cross disembark dock appear presence present there soil territory
    leave depart exit sail withdraw evacuate flee go return home retreat quit pull
    carry transport ferry bring convoy deliver shipment delivery haul fly
    troop soldier army military force brigade battalion company unit marine infantry men personnel regiment fighter
    kill die death dead casualty fatality loss fall perish slay toll body
    injure wound hurt harm casualty hospital treat
    attack strike raid assault shell bomb fire fight battle clash combat offensive hit launch
    capture seize take prisoner detain hold custody arrest board stop impound inspect intercept
    free release return let go
    war conflict fighting battle hostilities front
    talk negotiate meet meeting discuss dialogue summit call contact round table consult
    agree agreement deal pact treaty accord accept settle compromise terms
    promise pledge commit vow guarantee undertake assure
    plan intend consider review weigh study prepare ready scheduled aim propose option mull
    decide decision choose approve adopt resolve order authorise authorize sign
    refuse reject decline turn down oppose block veto resist
    deny denial false fiction lie rumor fabricate invent baseless groundless untrue fake nonsense
    confirm verify evidence proof establish show prove corroborate acknowledge admit concede
    know aware knowledge inform tell told warn notify alert learn
    hide conceal cover secret withhold suppress bury silent silence
    warn threat threaten danger risk alarm fear concern worry
    condemn criticise criticize attack blame accuse slam denounce provoke provocation
    support back endorse welcome help assist aid
    supply provide give equip furnish arm deliver
    weapon arms missile shell ammunition munition rocket gun mortar rifle drone artillery
    nuclear atomic reactor uranium enrichment warhead
    buy purchase acquire takeover bid offer stake sell sale deal
    pay payment salary wage compensation money sum cost price fund cash compensate
    debt loan credit borrow owe bond default bail rescue
    bank deposit withdraw lender branch account saver
    profit loss earn revenue sales income result turnover
    cut reduce lower drop fall decline shrink slash trim decrease
    rise raise increase grow climb jump surge double triple soar higher up
    price cost tariff duty tax levy fee rate charge
    job worker employ staff lay dismiss redundancy fire sack layoff dismissal
    strike walkout union stoppage picket industrial labour labor
    hire recruit appoint name nominate replace successor
    resign quit step leave oust remove dismiss sack fire
    elect election vote poll ballot win candidate campaign turnout count
    fraud rig irregular cheat forge fake tamper stuff
    court judge rule ruling verdict trial case appeal tribunal
    charge indict prosecute accuse sue lawsuit complaint file suit prosecutor
    investigate inquiry probe examine inspect audit review look inspector investigator commission
    test sample analyse analyze laboratory lab result measure reading trace finding
    find discover detect identify found turn up
    contaminate pollute poison toxic chemical taint leak spill discharge bacteria lead solvent
    water drink tap supply river well reservoir pipe main
    dam wall crack collapse breach flood burst leak
    ill sick disease illness infect patient symptom outbreak fall
    hospital clinic doctor patient ward treat admit
    drug medicine tablet vaccine dose batch pill recall product
    recall withdraw pull shelf market return
    safe safety secure standard limit threshold harmless
    fault defect flaw fail failure error mistake malfunction break
    crash accident plane aircraft flight train derail ship sink collision
    engine wing part component brake valve maintenance repair
    damage destroy ruin wreck burn break hit
    fire blaze burn explosion explode blast
    close shut stop halt suspend end cease
    open reopen resume restart begin start launch
    delay postpone late extend put off
    ban prohibit forbid restrict sanction embargo curb
    allow permit licence license let authorise clear grant
    build construct project plant factory site facility
    repair fix mend replace restore rebuild
    train exercise drill practice manoeuvre maneuver
    observer inspector monitor mission watchdog monitoring
    spy intelligence agency service secret source
    satellite picture image photo video footage show
    document letter memo email report file paper record
    legal law lawful unlawful illegal breach violate right rule
    apologise apologize sorry regret apology
    protest demonstrate rally march crowd demand
    demand call urge ask want appeal press request
    visit travel trip come delegation
    child school pupil student teacher
    people resident civilian family inhabitant villager household
    evacuate shelter move relocate displace
    ship vessel boat freighter tanker port harbour harbor trawler ferry
    border frontier crossing line strait
    missing disappear search rescue survivor
    weather storm rain wind hurricane earthquake quake
    gas oil pipeline fuel energy power electricity grid
    hack cyber data computer system network breach
    """

  /// Stem to the fields that it belongs to, ascending.
  static let fields: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (number, line) in groups.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ").map(String.init) {
        let stem = Stem.of(word)
        let name = "~\(number)"
        for key in Set([stem, ConceptTable.concepts[stem] ?? stem]) {
          if table[key]?.contains(name) != true { table[key, default: []].append(name) }
        }
      }
    }
    return table
  }()
}
