import SiteModel

/// Why the output folder does not hold what readers should see.
enum InspectionMessage {
  static func isMissing(_ folder: String) -> Diagnostic {
    fault("there is no publication in \(folder)", "Build it first: sitegen build.")
  }

  static func isPreview(_ folder: String) -> Diagnostic {
    fault(
      "\(folder) holds the preview, which is made for this machine",
      "Build the publication with sitegen build, and deploy Site/.")
  }

  static func isUnfinished(_ folder: String) -> Diagnostic {
    fault("a build of \(folder) was stopped in its middle", rebuild)
  }

  static func isUnknown(_ folder: String) -> Diagnostic {
    fault(
      "nothing says how \(folder) was built: by another sitegen, from another folder, or without a cache",
      rebuild)
  }

  static func hasFailed(_ folder: String) -> Diagnostic {
    fault(
      "the last build failed, so \(folder) is older than the sources",
      "See what sitegen build says, and mend it.")
  }

  static func wasBuilt(_ how: String, _ folder: String) -> Diagnostic {
    fault(
      "\(folder) was built \(how)",
      "Build it anew with the options of sitegen deploy: sitegen deploy --build does both.")
  }

  static func isOlder(_ folder: String, than sources: [String]) -> Diagnostic {
    fault("\(folder) is older than \(some(of: sources))", rebuild)
  }

  static func isDue(_ folder: String) -> Diagnostic {
    fault("an article is due or has expired since \(folder) was built", rebuild)
  }

  static func wasChanged(_ files: [String], in folder: String) -> Diagnostic {
    fault("\(some(of: files)) in \(folder) is not as sitegen build left it", rebuild)
  }

  private static let rebuild = "Build it anew: sitegen deploy --build builds and deploys."

  private static func fault(_ summary: String, _ hint: String) -> Diagnostic {
    .error(.deploySite, summary, hint: hint)
  }

  private static func some(of files: [String]) -> String {
    let first = files.first ?? "something"
    return files.count > 1 ? "\(first) and \(files.count - 1) more" : first
  }
}
