import Synchronization

/// Where the time of a build went, article by article and template by template.
package struct BuildProfile: Sendable {
  /// What one article took, or all pages of one template together.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var count = 0
    package var time = Duration.zero
    package var bytes = 0
  }

  /// The slowest first.
  package var articles: [Entry]
  package var templates: [Entry]
}

/// What a profile is about.
enum ProfiledWork: Hashable, Sendable {
  case article
  case template
}

/// Adds up what articles and templates take, on whatever threads they are worked on.
final class ProfileTally: Sendable {
  private let entries = Mutex<[ProfiledWork: [String: BuildProfile.Entry]]>([:])

  func add(_ work: ProfiledWork, _ name: String, time: Duration, bytes: Int) {
    entries.withLock { entries in
      var entry = entries[work]?[name] ?? BuildProfile.Entry(name: name)
      entry.count += 1
      entry.time += time
      entry.bytes += bytes
      entries[work, default: [:]][name] = entry
    }
  }

  /// How many bytes some work was about.
  func bytes(of work: ProfiledWork) -> Int {
    entries.withLock { ($0[work] ?? [:]).values.reduce(0) { $0 + $1.bytes } }
  }

  /// The slowest of each kind.
  var profile: BuildProfile {
    entries.withLock { entries in
      func slowest(_ work: ProfiledWork) -> [BuildProfile.Entry] {
        let sorted = (entries[work] ?? [:]).values.sorted {
          ($1.time, $0.name) < ($0.time, $1.name)
        }
        return Array(sorted.prefix(10))
      }
      return BuildProfile(articles: slowest(.article), templates: slowest(.template))
    }
  }
}
