#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What killed runs have left beside the files that they wrote.
enum AbandonedParts {
  /// Removes the parts of files that were written by themselves and that nobody writes any more.
  ///
  /// - Complexity: O(*n*), for *n* files in the folder.
  static func removeSingle(in folder: String) {
    for name in Path.entries(of: folder) where PartName.isPart(name, PartName.single) {
      removeIfUnlocked("\(folder)/\(name)")
    }
  }

  /// Removes the parts of a folder's runs. The caller holds the folder's lock, so none is going on; those of
  /// other folders' runs stay, wherever they lie.
  ///
  /// - Complexity: O(*n*), for *n* files in the folder, in those just below it and where its links lead.
  static func removeAll(of owner: String, in folder: String) {
    for place in places(of: folder) {
      remove(of: owner, in: place)
      removeSingle(in: place)
    }
  }

  /// Removes the parts of one run.
  static func remove(ofRun token: String, of owner: String, in folder: String) {
    for place in places(of: folder) { remove(of: "\(owner)-\(token)", in: place) }
  }

  private static func remove(of owner: String, in place: String) {
    for name in Path.entries(of: place) where PartName.isPart(name, PartName.staged, of: owner) {
      unlink("\(place)/\(name)")
    }
  }

  /// Where parts of a folder's files lie: in it, just below it, and beside the files that links there lead to.
  private static func places(of folder: String) -> [String] {
    let below = Path.entries(of: folder).map { "\(folder)/\($0)" }.filter(Path.isFolder)
    var places = [folder] + below
    for place in [folder] + below {
      for name in Path.entries(of: place) {
        guard let target = OutputTarget.destination(ofLink: "\(place)/\(name)") else { continue }
        let other = Path.folder(of: target)
        if !places.contains(other) { places.append(other) }
      }
    }
    return places
  }

  /// Removes a part unless somebody writes it: whoever does holds its lock.
  private static func removeIfUnlocked(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }
}
