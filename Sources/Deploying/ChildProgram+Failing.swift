import Foundation
import SiteModel

extension ChildProgram {
  /// Runs the program, and makes its absence a failure that people understand.
  func run(
    asking arguments: [String], onLine: (Stream, String) -> String? = { _, line in line }
  ) throws(DeployFailure) -> Outcome {
    do throws(Absence) {
      return try run(arguments, onLine: onLine)
    } catch {
      throw DeployFailure(
        error.code == ENOENT
          ? DeployMessage.lacks(name) : DeployMessage.cannotRun(name, error.reason))
    }
  }
}

extension ChildProgram.Absence {
  var reason: String { String(cString: strerror(code)) }
}

extension ChildProgram.Outcome {
  /// Why it failed, in its own words.
  var reason: String {
    // A line that says that it failed sums up the others; what follows it are details.
    let lines = complaints.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let last = lines.last(where: { $0.contains("Failed to") }) ?? lines.last else {
      return "exit status \(status)"
    }
    // The date before some lines says nothing, and what is very long nobody reads.
    let digits = last.prefix { $0.isNumber || "/: ".contains($0) }
    let text = digits.utf8.count == 20 ? last.dropFirst(digits.count) : last[...]
    return text.count > 300 ? "\(text.prefix(300))…" : String(text)
  }
}
