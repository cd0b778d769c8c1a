/// How like any two reports of a unit are, kept so that a new report asks only for its own row.
///
/// Memory is four bytes for each pair of a unit, twice.
struct UnitLikeness: Sendable {
  private struct Unit {
    var values: [Float]
    let count: Int
    /// Reports that are in no later unit.
    var left: Int
  }

  private var units: [Unit] = []
  private var free: [Int] = []
  /// The last unit of each report, and its row there; -1 for none.
  private var seats: [(unit: Int32, row: Int32)] = []

  /// The values of some reports, row by row; they are one unit from now on.
  ///
  /// `measure` is asked for the pairs that no unit held.
  mutating func values(of members: [Int], measure: (Int, Int) -> Float) -> [Float] {
    let count = members.count
    if let most = members.max(), most >= seats.count {
      seats += [(unit: Int32, row: Int32)](repeating: (-1, 0), count: most + 1 - seats.count)
    }
    var result = [Float](repeating: 0, count: count * count)
    for a in 0..<count {
      let seat = seats[members[a]]
      for b in 0..<a {
        let other = seats[members[b]]
        let value: Float
        if seat.unit >= 0, seat.unit == other.unit {
          let unit = Int(seat.unit)
          value = units[unit].values[Int(seat.row) * units[unit].count + Int(other.row)]
        } else {
          value = measure(members[a], members[b])
        }
        result[a * count + b] = value
        result[b * count + a] = value
      }
    }
    seat(members, result)
    return result
  }

  private mutating func seat(_ members: [Int], _ values: [Float]) {
    for member in members {
      let old = Int(seats[member].unit)
      guard old >= 0 else { continue }
      units[old].left -= 1
      if units[old].left == 0 {
        units[old].values = []
        free.append(old)
      }
    }
    let unit = Unit(values: values, count: members.count, left: members.count)
    let place: Int
    if let reused = free.popLast() {
      place = reused
      units[place] = unit
    } else {
      place = units.count
      units.append(unit)
    }
    for (row, member) in members.enumerated() { seats[member] = (Int32(place), Int32(row)) }
  }
}
