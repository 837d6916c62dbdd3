extension Site {
  /// A mail to the copyright contact with subject and address filled in (E-9); nil without contact.
  package func copyrightReportAddress(of article: Article) -> String? {
    let contact = configuration.policies.copyrightEmail ?? configuration.publisher.email
    guard let contact else { return nil }
    let subject = Permalink.componentEncoded("Copyright report: \(article.title)")
    let body = Permalink.componentEncoded(configuration.baseURL.absolute(article.permalink))
    return "mailto:\(contact)?subject=\(subject)&body=\(body)"
  }
}
