/// How much a page may weigh, in bytes as they lie in the output; compressed it is about a quarter.
package struct PageBudget: Hashable, Sendable {
  package var html = 150_000
  /// All style sheets that a page loads from the site.
  package var styles = 80_000
  /// All scripts that a page loads from the site.
  package var scripts = 60_000

  package init() {}
}
