package import SiteModel

/// What kept a deploy or a notification from being done, for people.
package struct DeployFailure: Error, Hashable {
  package var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
