import SiteModel
import Testing

@testable import Content

struct ConfigurationTests {
  private func parse(
    _ text: String, environment: String? = nil
  ) -> (SiteConfiguration, [Diagnostic]) {
    ConfigurationParser.parse(Array(text.utf8), environment: environment)
  }

  @Test func readsEveryKey() throws {
    let (site, diagnostics) = parse(
      """
      title: The Interconnect
      description: News
      baseURL: https://example.com/tech/
      language: en_US
      timeZone: America/New_York
      permalink: /:year/:month/:slug/
      pageSize: 12
      menu:
        - ai
        - {page: about}
        - {url: /feed.xml, title: Feed}
        - {section: chips, title: Silicon}
      footer:
        - title: Company
          links: [{page: about}, chips]
      taxonomies:
        - tags
        - categories
        - {name: topics, title: Subjects, singular: Subject, path: /by/subject/}
      publisher:
        name: IC
        legalName: IC Ltd
        url: https://example.org
        email: a@example.com
        address: "1 Street"
        logo: logo.svg
        founded: 2024
        profiles: [https://social.example/@ic]
      policies: {submissionRules: rules, copyrightEmail: c@example.com, privacy: data}
      newsletter: {provider: buttondown, account: ic, fields: {tag: site}, placement: [footer]}
      consent:
        notice: We use none.
        categories:
          - id: analytics
            description: Counts
            services: [{name: P, provider: Q, purpose: R, duration: S}]
          - id: marketing
            signals: false
            services:
              - {name: My Pixel, provider: Q, purpose: R, duration: S, storage: Cookies,
                 privacy: https://q.example/p, keys: [_a, /^_b/], scripts: https://q.example/q.js,
                 hosts: {images: q.example, frames: ["https://*.q.example"]}}
              - {name: T, provider: Q, purpose: R, duration: S, type: google-tag, tag: G-1}
        days: 90
        updated: 2025-11-03
        storage: cookie
        cookieDomain: example.com
        signals: false
        logEndpoint: https://log.example/x
        policyVersion: 3
        texts: {accept: Yes please}
        google: {mode: advanced, adsDataRedaction: true}
      markdown: {rawHTML: true, smartPunctuation: false}
      images:
        process: false
        formats: webp
        widths: [1000, 320, 640]
        quality: {avif: 40, jpeg: 90}
        cards: no
      check: {links: warning, metadata: off}
      related:
        count: 3
        halfLife: 90
        minimumScore: 0.05
        fallback: none
        weights: {title: 2, pairs: 0.25, body: 0}
        excludeTags: [Jobs]
        excludeSections: sponsored
      crawlers: {training: refuse, refuse: NosyBot}
      security: {contact: "mailto:security@news.example", expires: 2027-06-01}
      feeds: {size: 10, listSize: 5, hub: "https://hub.example/"}
      tableOfContents: {minimumHeadings: 3}
      social: {account: ic, image: share.jpg}
      fonts: [fonts/a.woff2]
      contentSecurityPolicy: {images: [img.example]}
      extra: {a: 1}
      deploy:
        maxDeletes: 12
        targets: [{name: live, rclone: "store:bucket"}, {name: b, rsync: rsync://user@host/www}]
      indexNow: {key: 0123456789abcdef, endpoint: "https://engine.example/in"}
      """)
    #expect(diagnostics.map(line) == [])
    #expect(site.deploy.deletions == 12 && site.deploy.targets.map(\.name.value) == ["live", "b"])
    #expect(site.deploy.targets.map(\.program) == [.rclone, .rsync])
    #expect(site.deploy.targets.map(\.address) == ["store:bucket", "rsync://user@host/www"])
    #expect(site.indexNow?.key == "0123456789abcdef")
    #expect(site.indexNow?.endpoint == "https://engine.example/in")
    #expect(site.title == "The Interconnect")
    #expect(site.description == "News")
    #expect(site.baseURL == BaseURL(origin: "https://example.com", path: "/tech"))
    #expect(site.language == "en-US")
    #expect(site.timeZone == "America/New_York")
    #expect(site.permalink.parts.contains(.month))
    #expect(site.pageSize == 12)
    #expect(
      site.menu.map(\.destination) == [
        .section("ai"), .page("about"), .url("/feed.xml"), .section("chips"),
      ])
    #expect(site.menu.map(\.title) == [nil, nil, "Feed", "Silicon"])
    #expect(site.menu[1].place == Place(file: "sitegen.yaml", line: 10, column: 12, length: 5))
    #expect(site.footer.map(\.title) == ["Company"])
    #expect(site.footer[0].entries.map(\.destination) == [.page("about"), .section("chips")])
    #expect(
      site.taxonomies == [
        .tags,
        TaxonomySettings(
          name: "categories", title: "Categories", singular: "Category", path: "categories"),
        TaxonomySettings(
          name: "topics", title: "Subjects", singular: "Subject", path: "by/subject"),
      ])
    #expect(site.publisher.legalName == "IC Ltd")
    #expect(site.publisher.founded == "2024" && site.publisher.logo?.value == "logo.svg")
    #expect(site.publisher.url == "https://example.org")
    #expect(site.publisher.profiles == ["https://social.example/@ic"])
    #expect(site.policies.submissionRules == "rules")
    #expect(site.policies.privacy == "data")
    #expect(site.policies.copyrightEmail == "c@example.com")
    #expect(site.consent.notice == "We use none.")
    #expect(site.consent.categories.map(\.title) == ["Analytics", "Marketing"])
    #expect(site.consent.categories.map(\.yieldsToSignals) == [true, false])
    #expect(site.consent.categories[0].googleSignals == [.analyticsStorage])
    let pixel = site.consent.categories[1].services[0]
    #expect(pixel.id == "my-pixel" && pixel.storage == "Cookies")
    #expect(pixel.keys == ["_a", "/^_b/"] && pixel.scripts == ["https://q.example/q.js"])
    #expect(
      pixel.sources == [.images: ["https://q.example"], .frames: ["https://*.q.example"]])
    #expect(
      site.consent.categories[1].services[1].allScripts
        == ["https://www.googletagmanager.com/gtag/js?id=G-1"])
    #expect(site.consent.days == 90 && site.consent.policyVersion == "3")
    #expect(site.consent.updated == CivilDate(year: 2025, month: 11, day: 3))
    #expect(site.consent.storage == .cookie && site.consent.cookieDomain == "example.com")
    #expect(!site.consent.honorsSignals && site.consent.logEndpoint == "https://log.example/x")
    #expect(site.consent.wording.accept == "Yes please" && site.consent.google.mode == .advanced)
    #expect(site.fonts.map(\.value) == ["fonts/a.woff2"])
    #expect(site.allowedSources == [.images: ["https://img.example"]])
    #expect(site.consent.categories[0].services.map(\.duration) == ["S"])
    #expect(site.markdown.allowsRawHTML)
    #expect(!site.markdown.hasSmartPunctuation)
    #expect(!site.images.makesCopies && site.images.drawnCards == 0)
    #expect(site.images.formats == [.webp])
    #expect(site.images.widths == [320, 640, 1_000])
    #expect(site.images.quality == [.avif: 40, .webp: 78, .jpeg: 90])
    #expect(site.check.links == .warning && site.check.metadata == nil)
    #expect(site.related.count == 3)
    #expect(site.related.halfLife == 90)
    #expect(site.related.minimumScore == 50)
    #expect(site.related.fallback == .none)
    #expect(site.related.weights.title == 200 && site.related.weights.pairs == 25)
    #expect(site.related.weights.body == 0 && site.related.weights.tags == 400)
    #expect(site.related.excludedTags == ["Jobs"])
    #expect(site.related.excludedSections == ["sponsored"])
    #expect(site.crawlers.training == .refuse && site.crawlers.answers == .allow)
    #expect(site.crawlers.refused == ["NosyBot"])
    #expect(site.security?.contacts == ["mailto:security@news.example"])
    #expect(site.security?.expires.value.iso8601 == "2027-06-01T00:00:00Z")
    #expect(site.feeds.size == 10)
    #expect(site.feeds.listSize == 5)
    #expect(site.feeds.hub == "https://hub.example/")
    #expect(site.contentsThreshold == 3)
    #expect(site.socialAccount == "@ic")
    #expect(site.shareImage?.asset.value == "share.jpg")
    #expect(site.extra == ["a": .number("1")])
  }

  @Test("Cards are a number, or all, or none", arguments: [("7", 7), ("true", .max), ("no", 0)])
  func cards(written: String, count: Int) {
    #expect(parse("title: T\nimages: {cards: \(written)}").0.images.drawnCards == count)
  }

  /// What the providers of publication.md section 2.1 expect, with the texts of N-1.
  @Test(
    arguments: [
      (
        "{provider: buttondown, account: ic}",
        "https://buttondown.com/api/emails/embed-subscribe/ic",
        "email", ["embed=1"], nil
      ),
      (
        "{provider: kit, account: 123}", "https://app.kit.com/forms/123/subscriptions",
        "email_address", [], nil
      ),
      (
        "{provider: listmonk, action: 'https://l.example/subscription/form', fields: {l: [a, b]}}",
        "https://l.example/subscription/form", "email", ["l=a", "l=b"], "nonce"
      ),
      (
        "{provider: listmonk, account: {server: 'https://l.example/', list: a}, "
          + "successUrl: 'https://t.example/'}",
        "https://l.example/subscription/form", "email", ["l=a", "next=https://t.example/"], "nonce"
      ),
      (
        "{provider: mailchimp, account: {org: ic, dc: us1, u: a1, id: b2, f_id: c3}, tags: [4]}",
        "https://ic.us1.list-manage.com/subscribe/post?u=a1&id=b2&f_id=c3", "EMAIL", ["tags=4"],
        "b_a1_b2"
      ),
      (
        "{provider: ghost, account: 'https://g.example'}", "https://g.example/#/portal/signup",
        "email", [], nil
      ),
      (
        "{provider: mailerlite, account: {account: 12, form: 34}}",
        "https://assets.mailerlite.com/jsonp/12/forms/34/subscribe", "fields[email]",
        ["ml-submit=1", "anticsrf=true"], nil
      ),
      (
        "{provider: brevo, account: {host: ab12, form: MUIF_x-y}}",
        "https://ab12.sibforms.com/serve/MUIF_x-y", "EMAIL", ["locale=en", "html_type=simple"],
        "email_address_check"
      ),
      (
        "{provider: beehiiv, account: ic}", "https://ic.beehiiv.com/subscribe", "email", [], nil
      ),
      (
        "{provider: acme, account: 9, providers: {acme: {action: 'https://a.example/{account}', "
          + "emailField: mail, fields: {k: v}, honeypot: hp}}}",
        "https://a.example/9", "mail", ["k=v"], "hp"
      ),
      (
        "{action: 'https://x.example/join', emailField: EMAIL, honeypot: b_1}",
        "https://x.example/join", "EMAIL", [], "b_1"
      ),
    ] as [(String, String, String, [String], String?)])
  func knowsNewsletterProviders(
    written: String, action: String, field: String, hidden: [String], honeypot: String?
  ) throws {
    let (site, diagnostics) = parse("title: T\nnewsletter: \(written)")
    #expect(diagnostics.map(line) == [])
    let newsletter = try #require(site.newsletter)
    #expect(newsletter.action == action)
    #expect(newsletter.emailField == field)
    #expect(newsletter.hiddenFields.map { "\($0.name)=\($0.value)" } == hidden)
    #expect(newsletter.honeypot == honeypot)
    #expect(newsletter.heading == "Subscribe to our Newsletter")
    #expect(newsletter.text.hasPrefix("Get the latest in enterprise business and tech"))
    #expect(newsletter.placement == [.article, .footer, .page])
  }

  @Test(arguments: [
    Mistake(
      "titel: X", "2:1+5 error configuration/unknown-key: unknown key \"titel\"",
      hint: "Did you mean \"title\"?"),
    Mistake(
      "markdown: {rawHTMl: true}",
      "2:12+7 error configuration/unknown-key: unknown key \"rawHTMl\" in markdown",
      hint: "Did you mean \"rawHTML\"?"),
    Mistake(
      "pageSize: many",
      "2:11+4 error configuration/type: pageSize must be a whole number, found the text \"many\""),
    Mistake(
      "pageSize: 0", "2:11+1 error configuration/value: pageSize must be 1 to 10000, found 0"),
    Mistake(
      "baseURL: example.com",
      "2:10+11 error configuration/value: baseURL must be a full address, found the text"
        + " \"example.com\""),
    Mistake(
      "timeZone: America/New_Yrok",
      "2:11+16 error configuration/value: timeZone must be the IANA name of a time zone, found the"
        + " text \"America/New_Yrok\"", hint: "Did you mean \"America/New_York\"?"),
    Mistake(
      "language: english",
      "2:11+7 error configuration/value: language must be a language tag, found the text"
        + " \"english\""),
    Mistake(
      "permalink: /:sectoin/:slug/",
      "2:12+16 error configuration/value: permalink must be made of :section, :slug, :year,"
        + " :month, :day and text, found the text \"/:sectoin/:slug/\"",
      hint: "Did you mean \":section\"?"),
    Mistake(
      "permalink: /:year/",
      "2:12+7 error configuration/value: permalink must be a pattern with :slug, found the text"
        + " \"/:year/\""),
    Mistake(
      "publisher: {founded: last year, profiles: [ic]}",
      "2:22+9 error configuration/value: publisher.founded must be a year or a day, found the text"
        + " \"last year\"",
      "2:44+2 error configuration/value: each of publisher.profiles must be a full address, found"
        + " the text \"ic\""),
    Mistake(
      "menu: ai", "2:7+2 error configuration/type: menu must be a list, found the text \"ai\""),
    Mistake(
      "menu: [{page: a, url: b}]",
      "2:8+17 error configuration/value: each of menu must have exactly one of section, page and"
        + " url"),
    Mistake(
      "menu: [{url: /x}]",
      "2:14+2 error configuration/required: an entry of menu with a url needs a title"),
    Mistake(
      "footer: [{links: []}]",
      "2:10+11 error configuration/required: each of footer needs a title"),
    Mistake(
      "taxonomies: [tags, tags]",
      "2:20+4 error configuration/value: two taxonomies must not have the same name"),
    Mistake(
      "taxonomies: [authors]",
      "2:14+7 error configuration/value: a taxonomy's name must be another name than a front"
        + " matter key, found the text \"authors\""),
    Mistake(
      "newsletter: {provider: butondown, account: x}",
      "2:24+9 error configuration/value: newsletter.provider must be one of a few words, found"
        + " \"butondown\"", hint: "Did you mean \"buttondown\"?"),
    Mistake(
      "newsletter: {provider: kit}",
      "2:13+15 error configuration/required: newsletter needs an account"),
    Mistake(
      "newsletter: {action: /join}",
      "2:22+5 error configuration/value: newsletter.action must be a full address, found the text"
        + " \"/join\""),
    Mistake(
      "newsletter: {provider: kit, account: 1/2}",
      "2:38+3 error configuration/value: newsletter.account must be letters, digits, hyphens, dots"
        + " and underscores, found the text \"1/2\""),
    Mistake(
      "consent: {categories: [{id: a, services: [{name: A, provider: B, purpose: C, duration: D, "
        + "keys: [_ga, /^_ga_/, '/[/', /_a]}]}]}",
      "2:112+5 error configuration/value: consent.categories.services.keys must be names without"
        + " blanks, or patterns between slashes, found the text \"/[/\"",
      "2:119+3 error configuration/value: consent.categories.services.keys must be names without"
        + " blanks, or patterns between slashes, found the text \"/_a\""),
    // N-11: a key that is secret never gets as far as a page.
    Mistake(
      "newsletter: {provider: kit, account: 1, fields: {apiKey: abc}}",
      "2:50+6 error configuration/value: newsletter.fields.apiKey must not hold a secret, since"
        + " everyone can read it",
      hint: "Remove it, and make a new key at the provider; sign-up forms need none."),
    Mistake(
      "newsletter: {provider: mailchimp, account: {org: ic, dc: us1}}",
      "2:13+50 error configuration/required: newsletter needs an account with u, id, f_id",
      hint: "Write account: {u: …, id: …, f_id: …}, with the parts of the address in the provider's"
        + " own form."),
    Mistake(
      "newsletter: {provider: ghost, account: news.example}",
      "2:40+12 error configuration/value: newsletter.account must be a full address, found the text"
        + " \"news.example\"", hint: "Begin it with https://."),
    Mistake(
      "newsletter: {provider: kit, account: 1, tags: [a]}",
      "2:48+1 error configuration/value: newsletter.tags must be left out with this provider, found"
        + " the text \"a\"", hint: "Its form knows no tags."),
    Mistake(
      "newsletter: {action: 'https://x.example/?api_key=1'}",
      "2:22+30 error configuration/value: newsletter.action must not hold a secret, since everyone"
        + " can read it",
      hint: "Remove it, and make a new key at the provider; sign-up forms need none."),
    Mistake(
      "contentSecurityPolicy: {images: [https://a.example/x]}",
      "2:34+19 error configuration/value: contentSecurityPolicy.images must be a list of hosts, found"
        + " the text \"https://a.example/x\"", hint: "Write https://media.example, without a path."),
    Mistake(
      "consent: {days: 900}",
      "2:17+3 error configuration/value: consent.days must be 30 to 395, found 900"),
    Mistake(
      "consent: {updated: soon}",
      "2:20+4 error configuration/value: consent.updated must be a day, found the text \"soon\"",
      hint: "Write 2026-12-02, or 2026-12-02 14:30 with a time."),
    Mistake(
      "newsletter: {provider: kit, account: 1, placement: [foter]}",
      "2:53+5 error configuration/value: newsletter.placement must be one of a few words, found"
        + " \"foter\"", hint: "Did you mean \"footer\"?"),
    Mistake(
      "consent: {categories: [{title: A}]}",
      "2:24+10 error configuration/required: each of consent.categories needs an id of small"
        + " letters, digits and hyphens"),
    Mistake(
      "consent: {categories: [{id: a, services: [{name: N, provider: P, purpose: Q}]}]}",
      "2:43+34 error configuration/required: each of consent.categories.services needs duration:"),
    Mistake(
      "check: {links: warn}",
      "2:16+4 error configuration/value: check.links must be one of a few words, found \"warn\"",
      hint: "Write one of: error, warning, off."),
    Mistake(
      "related: {minimumScore: 30}",
      "2:25+2 error configuration/value: related.minimumScore must be from 0 to 1, found the"
        + " number 30"),
    Mistake(
      "related: {weights: {title: 101}}",
      "2:28+3 error configuration/value: related.weights.title must be from 0 to 100, found the"
        + " number 101"),
    Mistake(
      "related: {weights: {titel: 3}}",
      "2:21+5 error configuration/unknown-key: unknown key \"titel\" in related.weights",
      hint: "Did you mean \"title\"?"),
    Mistake(
      "feeds: {hub: hub.example}",
      "2:14+11 error configuration/value: feeds.hub must be a full address, found the text"
        + " \"hub.example\"", hint: "Begin it with https://."),
    Mistake(
      "crawlers: {training: never}",
      "2:22+5 error configuration/value: crawlers.training must be one of a few words, found"
        + " \"never\"", hint: "Write one of: allow, refuse."),
    Mistake(
      "security: {contact: a@news.example, expires: 2027-06-01}",
      "2:11+46 error configuration/required: security.contact is missing",
      "2:21+14 error configuration/value: security.contact must be an address of mail, the web or"
        + " a telephone, found the text \"a@news.example\""),
    Mistake(
      "security: {contact: 'mailto:a@news.example'}",
      "2:11+34 error configuration/required: security.expires is missing"),
    Mistake(
      "deploy: {targets: [{name: a, rclone: 'x:', rsync: y}]}",
      "2:20+33 error configuration/required: each of deploy.targets needs"
        + " either rclone or rsync"),
    Mistake(
      "deploy: {targets: [{rsync: y}]}",
      "2:20+10 error configuration/required: each of deploy.targets needs a"
        + " name"),
    Mistake(
      "deploy: {targets: [{name: a, rsync: y}, {name: a, rsync: z}]}",
      "2:48+1 error configuration/value: deploy.targets.name must be different"
        + " for each target, found the text \"a\""),
    Mistake(
      "deploy: {targets: [{name: a b, rsync: y}]}",
      "2:27+3 error configuration/value: deploy.targets.name must be made of"
        + " letters, digits and hyphens, found the text \"a b\""),
    Mistake(
      "deploy: {targets: [{name: a, rsync: -e}]}",
      "2:37+2 error configuration/value: deploy.targets.rsync must be an"
        + " address or a folder, found the text \"-e\""),
    Mistake(
      "deploy: {targets: [{name: a, rclone: ':sftp,host=h,pass=x:y'}]}",
      "2:38+23 error configuration/value: deploy.targets.rclone must not hold"
        + " a password or a key"),
    Mistake(
      "deploy: {targets: [{name: a, rclone: 'x:y,secret_access_key=z'}]}",
      "2:38+25 error configuration/value: deploy.targets.rclone must not hold"
        + " a password or a key"),
    Mistake(
      "deploy: {targets: [{name: a, rsync: 'rsync://u:p@h/m'}]}",
      "2:37+17 error configuration/value: deploy.targets.rsync must not hold a"
        + " password or a key"),
    Mistake(
      "indexNow: {key: short}",
      "2:17+5 error configuration/value: indexNow.key must be 8 to 128"
        + " letters, digits and hyphens, found the text \"short\""),
    Mistake(
      "extra: [1]", "2:8+3 error configuration/type: extra must be a group of keys, found a list"),
    Mistake(
      "pageSize: 1\npageSize: 2",
      "3:1+8 error configuration/syntax: the key \"pageSize\" is given twice"),
    Mistake(
      "pageSize: [1",
      "2:11+1 error configuration/syntax: a list or group that was opened by a bracket is not"
        + " closed"),
    Mistake(
      "environments: {live: {pageSise: 1}, test: {newsletter: {text: A}}}",
      "2:23+8 error configuration/unknown-key: unknown key \"pageSise\""),
  ])
  func saysWhatIsWrong(_ row: Mistake) {
    row.check(parse("title: T\n\(row.input)").1)
  }

  @Test func laysAnEnvironmentOverTheRest() {
    let text = """
      title: T
      baseURL: https://example.com
      publisher: {name: A, email: a@example.com}
      menu: [ai, chips]
      environments:
        preview:
          baseURL: https://preview.example.com
          publisher: {name: B}
          menu: [ai]
        empty:
      """
    let (site, diagnostics) = parse(text, environment: "preview")
    #expect(diagnostics == [])
    #expect(site.baseURL.origin == "https://preview.example.com")
    #expect(site.publisher.name == "B")
    #expect(site.publisher.email == "a@example.com")
    #expect(site.menu.count == 1)
    #expect(parse(text).0.menu.count == 2)
    let unknown = parse(text, environment: "previw").1
    #expect(
      unknown.map(line) == [
        "5:1+12 error configuration/environment: there is no environment \"previw\""
      ])
    #expect(unknown.first?.hint == "Did you mean \"preview\"? Known are: preview, empty.")
  }

  @Test func wantsATitle() {
    let (site, diagnostics) = parse("# nothing yet\n")
    #expect(site == SiteConfiguration())
    #expect(
      diagnostics.map(line) == [
        "1:1+1 warning configuration/required: the publication has no title"
      ])
  }

  @Test func takesOffInEveryForm() {
    #expect(parse("title: T\ncheck: {links: off}").0.check.links == nil)
    #expect(parse("title: T\ncheck: {links: false}").0.check.links == nil)
  }
}
