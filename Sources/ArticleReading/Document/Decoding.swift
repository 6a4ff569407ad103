/// The bytes of a file as UTF-8 with line breaks as they are; what had to be guessed is told.
func decoded(_ file: [UInt8], notices: inout [ArticleText.Notice]) -> [UInt8] {
  if file.starts(with: [0xEF, 0xBB, 0xBF]) {
    return decoded(Array(file.dropFirst(3)), notices: &notices)
  }
  if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
    return utf16(file)
  }
  guard String(validating: file, as: UTF8.self) == nil else { return file }
  notices.append(
    ArticleText.Notice(
      .encoding, "the bytes are not UTF-8: they were read as Windows-1252 (save the file as UTF-8)")
  )
  return windows1252(file)
}

/// The bytes of UTF-16 with a byte-order mark, as UTF-8.
private func utf16(_ file: [UInt8]) -> [UInt8] {
  let isLittle = file[0] == 0xFF
  let units = stride(from: 2, to: file.count - 1, by: 2).map { index in
    let (first, second) = (UInt16(file[index]), UInt16(file[index + 1]))
    return isLittle ? second << 8 | first : first << 8 | second
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// The bytes of Windows-1252 as UTF-8 (WHATWG Encoding Standard, index windows-1252).
private func windows1252(_ file: [UInt8]) -> [UInt8] {
  var text = String.UnicodeScalarView()
  for byte in file {
    let value = (0x80..<0xA0).contains(byte) ? windows1252Specials[Int(byte) - 0x80] : UInt32(byte)
    text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }
  return Array(String(text).utf8)
}

/// The characters of the bytes 80 to 9F; those that the code page leaves empty stand for
/// themselves.
private let windows1252Specials: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
  0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]
