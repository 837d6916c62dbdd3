import ArgumentParser
import Deploying
import Foundation
import Publishing
import SiteModel

/// The options of the commands that have to do with a target.
struct TargetOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The target of deploy: in sitegen.yaml (default: the first one).", valueName: "name"))
  var target: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder that holds the publication (default: Site/ in the source folder).",
      valueName: "dir"))
  var output: String?

  @Flag(name: .long, help: "Show what would be done, and do nothing.")
  var dryRun = false

  /// What the programs run with that reach a target.
  func surroundings(_ source: SourceOptions, _ stop: StopSwitch) -> Deployer.Surroundings {
    Deployer.Surroundings(
      environment: ProcessInfo.processInfo.environment, output: folder(source),
      ownFolder: source.ownFolder, stop: stop)
  }

  func folder(_ source: SourceOptions) -> String { output ?? "\(source.source)/Site" }

  /// The target that is meant; nil if none is named and the configuration has none.
  func choice(_ settings: DeploySettings, _ source: SourceOptions) throws -> DeployTarget? {
    guard let target else { return settings.targets.first.map { resolved($0, source) } }
    let names = settings.targets.map(\.name.value)
    if let found = settings.targets.first(where: { $0.name.value == target }) {
      return resolved(found, source)
    }
    let nearest = nearestName(to: target, in: names).map { " Did you mean \($0)?" }
    let known = names.isEmpty ? "" : " Known are: \(names.joined(separator: ", "))."
    throw ValidationError("There is no target \(target) in sitegen.yaml.\(nearest ?? known)")
  }

  /// The path of a folder counts from the project, as everything does that sitegen.yaml says.
  private func resolved(_ target: DeployTarget, _ source: SourceOptions) -> DeployTarget {
    var target = target
    if !target.address.contains(":"), !target.address.hasPrefix("/") {
      target.address = "\(source.source)/\(target.address)"
    }
    return target
  }
}

/// Shows what is wrong, and ends the command if there are errors.
func report(_ diagnostics: [Diagnostic]) throws {
  let text = DiagnosticText(excerpts: [:])
  for diagnostic in diagnostics { writeError(text.text(of: diagnostic)) }
  if diagnostics.hasErrors { throw ExitCode(1) }
}
