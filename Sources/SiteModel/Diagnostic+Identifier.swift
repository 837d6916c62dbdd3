extension Diagnostic {
  /// Every rule that sitegen checks, by its permanent name.
  package enum Identifier: String, Sendable, CaseIterable {
    // Configuration
    case configurationMissing = "configuration/missing"
    case configurationSyntax = "configuration/syntax"
    case configurationUnknownKey = "configuration/unknown-key"
    case configurationType = "configuration/type"
    case configurationValue = "configuration/value"
    case configurationRequired = "configuration/required"
    case configurationEnvironment = "configuration/environment"
    case configurationMenu = "configuration/menu"
    case configurationConsent = "configuration/consent"
    case configurationRedirect = "configuration/redirect"

    // Front matter
    case frontMatterMissing = "front-matter/missing"
    case frontMatterUnclosed = "front-matter/unclosed"
    case frontMatterSyntax = "front-matter/syntax"
    case frontMatterUnknownKey = "front-matter/unknown-key"
    case frontMatterType = "front-matter/type"
    case frontMatterRequired = "front-matter/required"
    case frontMatterDate = "front-matter/date"
    case frontMatterValue = "front-matter/value"

    // Content
    case contentEncoding = "content/encoding"
    case contentAuthor = "content/author"
    case contentSection = "content/section"
    case contentSlug = "content/slug"
    case contentConflict = "content/conflict"
    case contentReserved = "content/reserved"
    case contentLink = "content/link"
    case contentImage = "content/image"
    case contentCover = "content/cover"
    case contentRelated = "content/related"
    case contentTerm = "content/term"
    case contentSubmission = "content/submission"
    case contentFile = "content/file"
    case contentTime = "content/time"
    case addressVanished = "content/vanished"

    // Metadata
    case metadataAuthor = "metadata/author"
    case metadataDate = "metadata/date"
    case metadataImage = "metadata/image"
    case metadataPublisher = "metadata/publisher"

    // Markdown
    case markdownRawHTML = "markdown/raw-html"
    case markdownUnsafeLink = "markdown/unsafe-link"
    case markdownFootnote = "markdown/footnote"
    case markdownLimits = "markdown/limits"

    // Shortcodes
    case shortcodeSyntax = "shortcode/syntax"
    case shortcodeUnknown = "shortcode/unknown"
    case shortcodeArgument = "shortcode/argument"
    case shortcodePair = "shortcode/pair"
    case shortcodePosition = "shortcode/position"
    case shortcodeDeclaration = "shortcode/declaration"
    case embedThirdParty = "embed/third-party"

    // Templates
    case templateMissing = "template/missing"
    case templateSyntax = "template/syntax"
    case templatePartial = "template/partial"
    case templateVariable = "template/variable"
    case templateEscaping = "template/escaping"
    case templateAsset = "template/asset"
    case templateProperty = "template/property"
    case templateThirdParty = "template/third-party"

    // Hosting
    case hostingLimit = "hosting/limit"

    // Pictures
    case pictureSupport = "picture/support"

    // Output
    case outputForeignFile = "output/foreign-file"
    case outputWrite = "output/write"
    case outputCache = "output/cache"
    case outputLock = "output/lock"

    // What editors may want to know before readers do
    case lintHeadline = "lint/headline"
    case lintSummary = "lint/summary"
    case lintLinkText = "lint/link-text"
    case lintDate = "lint/date"
    case lintSponsor = "lint/sponsor"
    case lintSubmission = "lint/submission"
    case lintTag = "lint/tag"

    // The publication as it was written
    case checkOutput = "check/output"
    case checkLink = "check/link"
    case checkFragment = "check/fragment"
    case checkAsset = "check/asset"
    case checkID = "check/id"
    case checkHeading = "check/heading"
    case checkAlternative = "check/alt"
    case checkTitle = "check/title"
    case checkDescription = "check/description"
    case checkCanonical = "check/canonical"
    case checkBudget = "check/budget"
    case checkPlaceholder = "check/placeholder"
    case checkEmbargo = "check/embargo"
    case checkExternal = "check/external"

    // Deploying
    case deploySite = "deploy/site"
    case deployTarget = "deploy/target"
    case deployProgram = "deploy/program"
    case deployDeletions = "deploy/deletions"
    case deployTransfer = "deploy/transfer"
    case notifyMessage = "notify/message"
  }
}
