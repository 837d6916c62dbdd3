/// The pictures of `Content/`, and what is to be made of those that are used.
struct PictureShelf {
  private let files: [String: PictureFile]
  private let settings: ImageSettings
  private var plansByName: [String: PicturePlan] = [:]
  /// The files that are shown as they are, and those for which copies stand, relative to `Content/`.
  private(set) var shown: Set<String> = []
  private(set) var replaced: Set<String> = []

  init(_ files: [String: PictureFile], _ settings: ImageSettings) {
    self.files = files
    self.settings = settings
  }

  /// Everything that is to be made, in the order of the addresses.
  var plans: [PicturePlan] {
    plansByName.sorted { $0.key < $1.key }.map(\.value)
  }

  func defect(of source: String) -> PictureDefect? { files[source]?.defect }

  /// The picture that a file becomes where it is used.
  mutating func take(
    _ source: String, at permalink: Permalink, for use: PictureUse, namedAt place: Place
  ) -> Picture {
    guard let file = files[source],
      let set = PictureSet(of: file, at: permalink, for: use, settings)
    else {
      shown.insert(source)
      var picture = Picture(location: .site(permalink), size: files[source]?.size)
      picture.focus = use.focus
      return picture
    }
    replaced.insert(source)
    let name = "\(set.stem).\(set.version)"
    if var plan = plansByName[name] {
      plan.set.formUnion(set)
      plansByName[name] = plan
    } else {
      plansByName[name] = PicturePlan(
        source: source, file: file, use: use, set: set, place: place)
    }
    return Picture(set, focus: use.focus)
  }
}
