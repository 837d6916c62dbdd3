import SiteModel

/// A way to a target.
protocol DeployTransport: Sendable {
  /// Whether the target keeps files with their headers, and has no server that reads settings.
  var isObjectStore: Bool { get }
  /// Whether a file is there for certain when ``upload(_:onDone:)`` says so.
  var confirmsFiles: Bool { get }

  /// The bytes of a file at the target; nil if there is none.
  func read(_ name: String) throws(DeployFailure) -> [UInt8]?
  /// Puts one of sitegen's own files there.
  func write(_ name: String, _ text: String) throws(DeployFailure)
  /// Brings files of the publication there, in any order, and says of each when it is.
  func upload(_ paths: [String], onDone: (String) -> Void) throws(TransferStop)
  /// Removes files, and the folders that this empties; `remaining` is what sitegen keeps there, and
  /// whatever else is there stays too.
  func remove(_ paths: [String], remaining: [String]) throws(TransferStop)
}

/// Why a transfer did not come to its end, in the words of the program.
struct TransferStop: Error, Hashable {
  var reason: String
}

extension [String] {
  /// The folders above the paths, each once.
  var foldersAbove: Set<String> {
    var folders: Set<String> = []
    for path in self {
      var rest = Substring(path)
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    return folders
  }
}

extension ChildProgram {
  /// Runs the program to move files, unless the deploy was stopped before.
  func transfer(
    _ arguments: [String], onLine: (Stream, String) -> String?
  ) throws(TransferStop) -> Outcome {
    guard !stop.isStopped else { throw TransferStop(reason: "") }
    do throws(Absence) {
      return try run(arguments, onLine: onLine)
    } catch {
      throw TransferStop(reason: error.reason)
    }
  }
}

extension ScratchFolder {
  /// Writes a file that a transfer reads, and returns its path.
  func writeForTransfer(_ name: String, _ text: String) throws(TransferStop) -> String {
    do throws(DeployFailure) {
      return try write(name, text)
    } catch {
      throw TransferStop(reason: error.diagnostic.summary)
    }
  }
}
