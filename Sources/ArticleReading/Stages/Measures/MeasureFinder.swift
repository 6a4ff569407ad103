internal import Geometry
internal import Theatre

/// A distance, a direction, an area or a conversion, before it has its place in the text.
struct DraftMeasure {
  let kind: Measure.Kind
  var subject: StatedEnd?
  var object: StatedEnd?
  let value: String
  let unit: String
  var secondValue = ""
  var secondUnit = ""
  let tokens: Range<Int>

  func measure(_ span: TextSpan) -> StatedMeasure {
    StatedMeasure(
      kind: kind, subject: subject, object: object, value: value, unit: unit,
      secondValue: secondValue, secondUnit: secondUnit, span: span)
  }
}

/// Finds what a sentence states of the ground.
struct MeasureFinder {
  let sentence: Sentence

  func measures() -> [DraftMeasure] {
    var found: [DraftMeasure] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      if let length = quantity(at: index) {
        found += self.found(length)
        index = length.tokens.upperBound
      } else {
        if let direction = direction(at: index, from: index) { found.append(direction) }
        index += 1
      }
    }
    // "24 km northwest of X" tells the direction too, and is found both ways.
    var seen: Set<Key> = []
    return found.filter {
      seen.insert(Key(kind: $0.kind, subject: $0.subject, object: $0.object, value: $0.value))
        .inserted
    }
  }

  /// What makes two measures the same.
  private struct Key: Hashable {
    let kind: Measure.Kind
    let subject: StatedEnd?
    let object: StatedEnd?
    let value: String
  }

  /// A number with a unit, and the same in another unit in brackets.
  private struct Quantity {
    let tokens: Range<Int>
    let value: String
    let unit: String
    var second: (value: String, unit: String)?
    var isArea: Bool { unit == "km2" || unit == "sqmi" }
  }

  private func quantity(at index: Int) -> Quantity? {
    guard var quantity = plainQuantity(at: index) else { return nil }
    let end = quantity.tokens.upperBound
    guard sentence.kind(end) == .open, let second = plainQuantity(at: end + 1),
      sentence.kind(second.tokens.upperBound) == .close, second.unit != quantity.unit,
      second.isArea == quantity.isArea
    else { return quantity }
    quantity = Quantity(
      tokens: stretch(from: index, to: second.tokens.upperBound + 1), value: quantity.value,
      unit: quantity.unit,
      second: (second.value, second.unit))
    return quantity
  }

  private func plainQuantity(at index: Int) -> Quantity? {
    guard let value = number(at: index) else { return nil }
    var unit = index + 1
    let isSquare = sentence.isAny(unit, .square)
    if isSquare { unit += 1 }
    let name: String
    if sentence.isAny(unit, .kilometre) {
      name = "km"
    } else if sentence.isAny(unit, .mile) {
      name = "mi"
    } else if sentence.isAny(unit, .meter), !isSquare {
      name = "m"
    } else {
      return nil
    }
    return Quantity(
      tokens: stretch(from: index, to: unit + 1), value: value,
      unit: isSquare ? (name == "mi" ? "sqmi" : "km2") : name)
  }

  private func number(at index: Int) -> String? {
    if sentence.kind(index) == .number {
      return sentence.text(index).filter { $0 != "," }
    }
    guard sentence.isAny(index, .number) else { return nil }
    return String(sentence.vocabulary.number(of: sentence.tokens[index].word))
  }

  private func found(_ quantity: Quantity) -> [DraftMeasure] {
    var found: [DraftMeasure] = []
    let (subject, object, direction) = ends(around: quantity.tokens)
    if let second = quantity.second {
      found.append(
        DraftMeasure(
          kind: .conversion, subject: subject, object: object, value: quantity.value,
          unit: quantity.unit, secondValue: second.value, secondUnit: second.unit,
          tokens: quantity.tokens))
    }
    if quantity.isArea {
      found.append(
        DraftMeasure(
          kind: .area, subject: areaSubject(quantity), value: quantity.value,
          unit: quantity.unit, tokens: quantity.tokens))
      return found
    }
    guard let subject, let object, subject != object else { return found }
    found.append(
      DraftMeasure(
        kind: .distance, subject: subject, object: object, value: quantity.value,
        unit: quantity.unit,
        tokens: quantity.tokens))
    if let direction {
      found.append(
        DraftMeasure(
          kind: .direction, subject: subject, object: object, value: direction, unit: "compass",
          tokens: quantity.tokens))
    }
    return found
  }

  /// Whose ground an area is: what the party of the clause won.
  private func areaSubject(_ quantity: Quantity) -> StatedEnd? {
    sentence.forces.lazy.filter { $0.use != .weak }.compactMap(\.actor.id).first
      .map { .groundWon(by: $0) }
  }

  /// The place that lies so far, the place from which, and the direction, if it is named.
  private func ends(around quantity: Range<Int>) -> (StatedEnd?, StatedEnd?, String?) {
    var index = quantity.upperBound
    var direction: String?
    while sentence.isAny(index, .compass) || sentence.isAny(index, [.adverb, .determiner])
      || sentence.isWord(index, .away) || sentence.isAny(index, .rim)
    {
      if let point = compass(index) { direction = point }
      index += 1
    }
    guard sentence.isAny(index, .measuredFrom) else { return (nil, nil, nil) }
    let object = sentence.mentions.first {
      $0.tokens.lowerBound > index && $0.tokens.lowerBound - index <= 5
    }
    let subject = sentence.mentions.last { $0.tokens.upperBound <= quantity.lowerBound }
    return (subject.map { .place($0.place) }, object.map { .place($0.place) }, direction)
  }

  /// "X, a town northeast of Y".
  private func direction(at index: Int, from start: Int) -> DraftMeasure? {
    guard let point = compass(index), sentence.isWord(index + 1, .of),
      !sentence.isAny(index - 1, .determiner),
      let object = sentence.mentions.first(where: {
        $0.tokens.lowerBound > index && $0.tokens.lowerBound - index <= 4
      }),
      let subject = sentence.mentions.last(where: { $0.tokens.upperBound <= index }),
      subject.place != object.place, index - subject.tokens.upperBound <= 10,
      !stretch(from: subject.tokens.upperBound, to: index).contains(where: {
        sentence.isAny($0, [.modal, .report, .and, .relative]) || sentence.kind($0) == .semicolon
      })
    else { return nil }
    return DraftMeasure(
      kind: .direction, subject: .place(subject.place), object: .place(object.place), value: point,
      unit: "compass", tokens: stretch(from: index, to: index + 1))
  }

  private func compass(_ index: Int) -> String? {
    sentence.direction(index)?.point
  }
}
