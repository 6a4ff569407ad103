import CSV
import Diagnostics
import GeoJSON
import Geometry
import JSON
import Theatre

/// Tables: every value can be read and has a place in the file, and what is wrong has one too.
struct TableHarness: Harness {
  let name = "csv"

  func run(_ bytes: [UInt8]) {
    var log = DiagnosticLog()
    let input = InputFile(name: "table.csv", bytes: bytes)
    if let table = Table(input, columns: ["id", "name"], log: &log) {
      for record in table.records {
        for name in ["id", "name", "note"] {
          let column = table[name]
          let text = record[column]
          require("an empty field is empty", record.isEmpty(column) == text.isEmpty)
          require("a value has a place", record.location(of: column).line >= record.location.line)
          _ = log.number(column, of: record)
        }
      }
    }
    require(
      "a fault has a place in the file", log.diagnostics.allSatisfy { $0.isLocated(in: bytes) })
  }
}

/// JSON: what is read and written again is read as the same.
struct JSONHarness: Harness {
  let name = "json"

  func run(_ bytes: [UInt8]) {
    do throws(JSONError) {
      let node = try JSONNode(parsing: SourceText(bytes))
      let text = node.json.compact
      guard let again = try? JSONNode(parsing: SourceText(Array(text.utf8))) else {
        fatalError("broken: what was written can be read")
      }
      require("what is read again is the same", again.json.compact == text)
    } catch {
      let location = SourceText(bytes).location(ofByte: error.offset)
      require("a fault has a place", location.line >= 1 && location.column >= 1)
    }
  }
}

extension JSONNode {
  /// The value as it is written.
  fileprivate var json: JSON {
    if isNull { return .null }
    if let string { return .string(string) }
    if let number { return .decimal(number, places: 0) }
    if let array { return .array(array.map(\.json)) }
    if case .object(let members) = kind {
      return .object(members.map { JSONMember($0.key, $0.value.json) })
    }
    return .bool(true)
  }
}

/// GeoJSON: every coordinate is a number.
struct GeoJSONHarness: Harness {
  let name = "geojson"

  func run(_ bytes: [UInt8]) {
    do throws(JSONError) {
      for feature in try readGeoJSON(SourceText(bytes)) {
        require("a feature lies in the file", (0...bytes.count).contains(feature.offset))
        for line in feature.shape?.lines ?? [] {
          require(
            "coordinates are finite",
            line.positions.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite })
        }
      }
    } catch {
      let location = SourceText(bytes).location(ofByte: error.offset)
      require("a fault has a place", location.line >= 1 && location.column >= 1)
    }
  }
}

/// Dates in EDTF: the first day is not after the last, and the text reads the same again.
struct DateHarness: Harness {
  let name = "edtf"

  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(DateError) {
      let date = try FuzzyDate(text)
      require("the same text is the same date", (try? FuzzyDate(text)) == date)
      require("a date begins before it ends", date.earliest.map { $0 <= date.effectiveDay } ?? true)
    } catch {
      require("a refusal says why", !error.message.isEmpty)
    }
  }
}

extension Diagnostic {
  /// Whether the place is one that a file of these bytes can have.
  func isLocated(in bytes: [UInt8]) -> Bool {
    guard let location else { return true }
    return location.line >= 1 && location.line <= bytes.count + 1 && location.column >= 1
      && location.column <= bytes.count + 1 && !message.isEmpty
  }
}
