import JSON
import Testing

/// What is published is compared byte by byte with what was published before.
@Suite("Writing JSON")
struct JSONWriterTests {
  @Test(
    "decimals are rounded half away from zero and end without zeros",
    arguments: [
      (0, 6, "0"), (-0.0, 6, "0"), (1, 6, "1"), (-1, 2, "-1"), (0.5, 0, "1"), (-0.5, 0, "-1"),
      (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"),
      (0.25, 1, "0.3"), (1.50, 3, "1.5"), (10, 2, "10"), (100.10, 2, "100.1"),
      (0.05, 2, "0.05"), (-0.05, 2, "-0.05"), (0.004, 2, "0"), (-0.004, 2, "0"),
      (-0.999, 2, "-1"), (0.999, 2, "1"), (43.118889, 6, "43.118889"), (1e-6, 6, "0.000001"),
      (-1e-9, 9, "-0.000000001"), (4.9e-7, 6, "0"), (-4.9e-7, 6, "0"),
      (123_456_789.987654321, 6, "123456789.987654"),
      (9_007_199_254_740_992, 2, "9007199254740992"),
      (1e18, 0, "1000000000000000000"), (-1e12, 6, "-1000000000000"),
      (1e300, 6, "1e+300"), (-1e19, 0, "-1e+19"), (1e16, 9, "1e+16"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, places: Int, text: String) {
    #expect(JSON.decimal(value, places: places).compact == text)
  }

  @Test("whole numbers are written whole")
  func integers() {
    #expect(JSON.int(0).compact == "0")
    #expect(JSON.int(.max).compact == "9223372036854775807")
    #expect(JSON.int(.min).compact == "-9223372036854775808")
  }

  @Test(
    "strings escape what must be escaped and nothing else",
    arguments: [
      ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u001f\u{7F}\""), ("é حي 𝄞", "\"é حي 𝄞\""),
      ("\r\n", #""\r\n""#),
    ])
  func strings(value: String, text: String) {
    #expect(JSON.string(value).compact == text)
  }

  @Test("keys stay in their order, and the compact form has no space")
  func compact() {
    let value: JSON = [
      "b": .array([.null, .bool(true), .bool(false)]), "a": [:], "\"": .array([]), "s": "t",
    ]
    #expect(value.compact == #"{"b":[null,true,false],"a":{},"\"":[],"s":"t"}"#)
    #expect(JSON.strings(["x", "y"]).compact == #"["x","y"]"#)
    #expect(JSON.optional(nil).compact == "null")
    #expect(JSON.optional("x").compact == #""x""#)
  }

  @Test("the indented form opens what holds something that holds something")
  func indented() {
    let value: JSON = [
      "title": "Mosul",
      "days": .array([.int(1), .int(2)]),
      "sides": .array([
        ["name": "red", "km2": .decimal(12.30, places: 1)],
        ["name": "blue", "parts": .array([.array([.int(1)]), .array([])])],
      ]),
      "empty": [:],
    ]
    #expect(
      value.indented == """
        {
          "title": "Mosul",
          "days": [1,2],
          "sides": [
            {"name":"red","km2":12.3},
            {
              "name": "blue",
              "parts": [
                [1],
                []
              ]
            }
          ],
          "empty": {}
        }
        """)
  }

  @Test("a list too long for a line has one element a line")
  func longList() {
    let names = (0..<12).map { "settlement-\($0)" }
    let lines = JSON.strings(names).indented.split(separator: "\n")
    #expect(lines.count == 14)
    #expect(lines.first == "[" && lines.last == "]")
    #expect(lines[1] == "  \"settlement-0\"," && lines[12] == "  \"settlement-11\"")
    #expect(JSON.strings(names.prefix(5)).indented == JSON.strings(names.prefix(5)).compact)
  }
}
