internal import ArgumentParser
internal import MapFeatures

/// Checks that `--out` is not "-", which stands for standard output elsewhere.
func requireName(_ out: String, ofA kind: String) throws {
  guard out == "-" else { return }
  throw ValidationError(
    "--out needs the path of a \(kind), as nothing is written to standard output; for one that is "
      + "called \"-\" type ./-")
}

/// Runs a body that draws a map and writes files.
func output<Result>(_ body: () throws -> Result) throws(Failure) -> Result {
  do {
    return try body()
  } catch let failure as Failure {
    throw failure
  } catch {
    throw .writing(ExportError(error))
  }
}
