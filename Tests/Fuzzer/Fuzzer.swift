import FuzzHarnesses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The door that GEOTRACK_HARNESS names.
private let harness: any Harness = {
  let name = getenv("GEOTRACK_HARNESS").map { String(cString: $0) } ?? ""
  guard let harness = Harnesses.named(name) else {
    let names = Harnesses.all.map(\.name).joined(separator: ", ")
    fatalError("GEOTRACK_HARNESS names one of \(names), not \"\(name)\"")
  }
  return harness
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  harness.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
