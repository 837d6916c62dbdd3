import SiteModel

extension Site {
  var publisherName: String { configuration.publisher.name ?? configuration.title }
  var publisherURL: String {
    configuration.publisher.url ?? configuration.baseURL.absolute(Permalink("/"))
  }
  var websiteID: String { configuration.baseURL.absolute(Permalink("/")) + "#website" }
  var publisherID: String { configuration.baseURL.absolute(Permalink("/")) + "#publisher" }

  /// The publisher with the policies that have a page (M-3).
  func publisherData(logo: Permalink?) -> JSONValue {
    let base = configuration.baseURL
    let publisher = configuration.publisher
    let policies = configuration.policies
    return [
      "@type": "NewsMediaOrganization",
      "@id": .text(publisherID),
      "name": .text(publisherName),
      "legalName": JSONValue(publisher.legalName),
      "url": .text(publisherURL),
      "logo": logo.map { ["@type": "ImageObject", "url": .text(base.absolute($0))] },
      "email": JSONValue(publisher.email),
      "address": JSONValue(publisher.address),
      "foundingDate": JSONValue(publisher.founded),
      "sameAs": .filled(publisher.profiles.map { .text($0) }),
      "publishingPrinciples": address(ofPage: policies.editorial),
      "ethicsPolicy": address(ofPage: policies.editorial),
      "correctionsPolicy": address(ofPage: policies.corrections),
      "ownershipFundingInfo": address(ofPage: policies.about),
      "actionableFeedbackPolicy": address(ofPage: policies.contact),
      "masthead": authors.isEmpty
        ? nil : .text(base.absolute(permalink(of: .authors))),
    ]
  }

  private func address(ofPage name: String) -> JSONValue? {
    page(named: name).map { .text(configuration.baseURL.absolute($0.permalink)) }
  }
}
