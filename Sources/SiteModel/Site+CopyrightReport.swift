extension Site {
  /// A mail to the copyright contact with subject and address filled in (E-9); nil without contact.
  package func copyrightReportAddress(of article: Article) -> String? {
    let contact = configuration.policies.copyrightEmail ?? configuration.publisher.email
    guard let contact else { return nil }
    let subject = mailEncoded("Copyright report: \(article.title)")
    let body = mailEncoded(configuration.baseURL.absolute(article.permalink))
    return "mailto:\(contact)?subject=\(subject)&body=\(body)"
  }

  /// Everything but RFC 3986's unreserved characters is encoded, as RFC 6068 asks of mail.
  private func mailEncoded(_ text: String) -> String {
    Permalink(text).encodedPath.replacing("/", with: "%2F")
  }
}
