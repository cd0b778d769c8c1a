/// The words of the grammar of times, each with its class.
///
/// A line gives a class and its words; a number after a colon is the word's value, otherwise words
/// are numbered from the line's first value on where the class counts (months from 1).
enum TimeLexicon {
  /// All words; "sept" also stands for "Sept.".
  static let words: WordTable<TimeWord> = {
    var words: [(String, TimeWord)] = []
    words += counted(.month, from: 1, months)
    words += counted(.month, from: 1, prefixed("mid", months))
    words += counted(.month, from: 1, "jan feb mar apr -may jun jul aug sep oct nov dec")
    words.append(("sept", TimeWord(.month, 9)))
    words += counted(.weekday, from: 1, weekdays)
    words += counted(.weekday, from: 1, "mon tue wed thu fri sat -sun")
    words += counted(.cardinal, from: 1, numbers)
    words += counted(.ordinal, from: 1, ordinals)
    for (kind, list) in table { words += entries(kind, list) }
    return WordTable(words)
  }()

  private static let weekdays = "monday tuesday wednesday thursday friday saturday sunday"
  private static let months =
    "january february march april may june july august september october november december"
  private static let numbers =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    + "sixteen seventeen eighteen nineteen twenty"
  private static let ordinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

  private static let table: [(TimeClass, String)] = [
    (.cardinal, "thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100"),
    (.ordinal, "thirtieth:30"),
    (.decade, "twenties:192 thirties:193 forties:194 fifties:195 sixties:196 seventies:197"),
    (.decade, "eighties:198 nineties:199"),
    (.weekday, "mondays:1 tuesdays:2 wednesdays:3 thursdays:4 fridays:5 saturdays:6 sundays:7"),
    (.weekday, "tues:2 thurs:4"),
    (.season, "spring:1 summer:2 fall:3 autumn:3 winter:4"),
    (.season, "springs:1 summers:2 autumns:3 winters:4 mid-summer:2 mid-winter:4"),
    (.partOfDay, "morning:1 afternoon:2 evening:3 night:4 mornings:1 afternoons:2 evenings:3"),
    (.partOfDay, "nights:4 mid-morning:1 mid-afternoon:2 dawn:1 dusk:3 daytime:5 nighttime:4"),
    (.noon, "noon:720 midday:720 midnight:1440"),
    (.meridiem, "am:0 pm:12 a.m:0 p.m:12"),
    (.zone, "gmt est edt cst cdt mst mdt pst pdt utc bst cet cest eet eest msk kst jst ist et"),
    (.unit, "second:0 minute:1 hour:2 day:3 weekend:4 week:5 month:6 quarter:8 year:10"),
    (.unit, "decade:11 century:12 millennium:13 min:1 hr:2 yr:10 half-year:9 period:14"),
    (.units, "seconds:0 minutes:1 hours:2 days:3 weekends:4 weeks:5 months:6 quarters:8 years:10"),
    (.units, "decades:11 centuries:12 millennia:13 mins:1 hrs:2 yrs:10"),
    (.the, "the"), (.pronoun, "its their his her our my your"),
    (.a, "a an another"),
    (.this, "this these"),
    (.that, "that those same"),
    (.last, "last"), (.next, "next"), (.past, "past"), (.previous, "previous preceding prior"),
    (.following, "following ensuing subsequent"), (.coming, "coming upcoming"),
    (.current, "current"), (.latest, "latest"), (.recent, "recent"),
    (.vague, "few several many some various countless numerous"), (.couple, "couple"),
    (.ago, "ago"), (.earlier, "earlier"), (.later, "later"), (.before, "before"),
    (.after, "after"), (.hence, "hence"), (.ahead, "ahead"),
    (.early, "early late mid"), (.mid, "middle"),
    (.edge, "end beginning start close turn eve rest remainder"),
    (.of, "of"), (.and, "and"), (.or, "or"), (.to, "to"), (.so, "so"),
    (.preposition, "in on since from during for within throughout between"),
    (.deadline, "by until till through"), (.preposition, "into towards toward under"),
    (.every, "every each"), (.per, "per"), (.once, "once twice times"),
    (.nearly, "nearly almost about around approximately roughly"),
    (.compare, "more less fewer longer"), (.than, "than"), (.at, "at"), (.least, "least most"),
    (.up, "up"), (.no, "no"), (.over, "over"),
    (.day, "today:0 yesterday:-1 tomorrow:1"), (.night, "tonight overnight"),
    (.present, "now currently nowadays presently"),
    (.pastAdverb, "recently lately"),
    (.setAdverb, "daily:3 weekly:5 monthly:6 annually:10 yearly:10 hourly:2 nightly:4"),
    (.fiscal, "fiscal"), (.half, "half"), (.old, "old long"), (.future, "future"),
    (.adjective, "more consecutive straight full trading business working fiscal calendar"),
    (.adjective, "additional further extra solid long short whole entire school"),
    (
      .holiday,
      "christmas:1 thanksgiving:2 easter:3 halloween:4 ramadan:0 election:5 labor:6 memorial:7 veterans:8 boxing:9"
    ),
    (.futureCue, "will 'll ’ll shall wo would scheduled expected due plans plan planned planning"),
    (.futureCue, "going expects set hopes intends must should can may might could upcoming likely"),
    (.futureCue, "effective payable"),
    // Words in "-ed" that are no past forms.
    (.other, "indeed exceed proceed succeed speed breed"),
    (.pastCue, "was were had did said been told met came went made took began fell rose won lost"),
    (.pastCue, "left held gave got saw found brought sent cut put led hit shot died spoke wrote"),
    (.pastCue, "became broke flew ran stood struck thought fought bought sold paid grew drove ate"),
    (.pastCue, "says has have having"),
  ]

  private static func prefixed(_ prefix: String, _ words: String) -> String {
    words.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
  }

  /// Words numbered in order; one with a leading hyphen only holds a place.
  private static func counted(
    _ kind: TimeClass, from first: Int, _ words: String
  ) -> [(String, TimeWord)] {
    words.split(separator: " ").enumerated().filter { !$1.hasPrefix("-") }
      .map { (String($1), TimeWord(kind, first + $0)) }
  }

  private static func entries(_ kind: TimeClass, _ words: String) -> [(String, TimeWord)] {
    words.split(separator: " ").map { word in
      let parts = word.split(separator: ":")
      return (String(parts[0]), TimeWord(kind, parts.count > 1 ? Int(parts[1]) ?? 0 : 0))
    }
  }
}
