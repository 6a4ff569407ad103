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

  /// Removes all parts in a folder and in those just below it. The caller holds the folder's lock, so
  /// nobody else writes a run into it.
  ///
  /// - Complexity: O(*n*), for *n* files in them.
  static func removeAll(in folder: String) {
    for place in [folder] + subfolders(of: folder) {
      for name in Path.entries(of: place) where PartName.isPart(name, PartName.staged) {
        unlink("\(place)/\(name)")
      }
      removeSingle(in: place)
    }
  }

  /// Removes the parts of one run.
  static func remove(ofRun token: String, in folder: String) {
    for place in [folder] + subfolders(of: folder) {
      for name in Path.entries(of: place)
      where PartName.isPart(name, PartName.staged, token: token) {
        unlink("\(place)/\(name)")
      }
    }
  }

  private static func subfolders(of folder: String) -> [String] {
    Path.entries(of: folder).map { "\(folder)/\($0)" }.filter(Path.isFolder)
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
