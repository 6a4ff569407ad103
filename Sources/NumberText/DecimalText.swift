extension Double {
  /// The number with some decimals and with commas between the thousands.
  ///
  ///     9_664.25.text(decimals: 1)  // "9,664.3"
  ///
  /// - Precondition: there are between 0 and 6 decimals.
  package func text(decimals: Int) -> String {
    precondition((0...6).contains(decimals), "between 0 and 6 decimals")
    let scale = [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
    let scaled = Int((magnitude * scale).rounded())
    let whole = String(scaled / Int(scale))
    let fraction = String(scaled % Int(scale))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped }
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(grouped).\(zeros)\(fraction)"
  }
}
