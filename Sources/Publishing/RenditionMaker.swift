import Content
import Imaging
import SiteModel

/// Makes the files of pictures and the cards, and leaves them in the cache of images.
struct RenditionMaker: Sendable {
  let pictures: [PicturePlan]
  let cards: [SocialCardPlan]
  let quality: [PictureEncoding: Int]
  let reader: ContentReader
  let cache: ImageCache
  /// Of libvips, another of which makes other bytes.
  let version: String

  /// Files that are made together, since their picture is decoded only once.
  enum Job: Sendable {
    case picture(Int, [PictureRendition])
    case card(Int)
  }

  /// What has to be done for some files, and where they are found then.
  ///
  /// Two files of the same bytes are made once, and what is in the cache not at all.
  func jobs(for files: [PlannedFile]) -> (jobs: [Job], keys: [Permalink: ImageKey]) {
    var keys: [Permalink: ImageKey] = [:]
    var claimed: Set<ImageKey> = []
    var renditions: [Int: [PictureRendition]] = [:]
    var jobs: [Job] = []
    for file in files {
      switch file.content {
      case .rendition(let rendition, let index):
        let key = key(of: rendition, of: pictures[index])
        keys[file.permalink] = key
        if claimed.insert(key).inserted, cache.bytes(for: key) == nil {
          renditions[index, default: []].append(rendition)
        }
      case .card(let index):
        let key = key(of: cards[index])
        keys[file.permalink] = key
        if claimed.insert(key).inserted, cache.bytes(for: key) == nil { jobs.append(.card(index)) }
      case .page, .bytes, .feed, .copy, .drawing, .compressed: break
      }
    }
    jobs += renditions.sorted { $0.key < $1.key }.map { .picture($0.key, $0.value) }
    return (jobs, keys)
  }

  /// Does a job, and says what kept it from being done.
  func run(_ job: Job) -> [Diagnostic] {
    do throws(SystemError) {
      switch job {
      case .card(let index):
        guard let bytes = card(cards[index]).encoded() else {
          return [PictureMessage.cannotDraw(cards[index])]
        }
        try cache.store(bytes, for: key(of: cards[index]))
        return []
      case .picture(let index, let renditions):
        return try make(renditions, of: pictures[index])
      }
    } catch {
      return [OutputMessage.cannotWrite(error)]
    }
  }

  /// Whether it takes much memory: what a camera makes takes some 100 MB once it is decoded.
  func isLarge(_ job: Job) -> Bool {
    guard case .picture(let index, _) = job, let size = pictures[index].file.size else {
      return false
    }
    return size.width * size.height > 25_000_000
  }

  /// Of everything that the publication consists of, whether or not it is there already.
  var allKeys: Set<ImageKey> {
    var keys = Set(cards.map { key(of: $0) })
    for plan in pictures {
      for rendition in plan.set.renditions(quality: quality) {
        keys.insert(key(of: rendition, of: plan))
      }
    }
    return keys
  }
}

extension RenditionMaker {
  private func make(
    _ wanted: [PictureRendition], of plan: PicturePlan
  ) throws(SystemError) -> [Diagnostic] {
    let path = "Content/\(plan.source)"
    let source: [UInt8]
    switch reader.read(path) {
    case .success(let bytes): source = bytes
    case .failure(let failure): return [failure.diagnostic]
    }
    guard Fingerprint(of: source).value == plan.file.digest else {
      return [PictureMessage.hasChanged(plan)]
    }
    let encoded: [[UInt8]?]
    do throws(PictureFault) {
      let inspection = try PictureInspection(of: source, named: path)
      encoded = try PictureEncoder.encode(
        wanted.map { Rendition($0, of: plan) }, of: source, inspection,
        marking: PictureMarking(plan.use).completed(by: inspection.marking))
    } catch {
      return [PictureMessage.isFaulty(error, plan)]
    }
    var diagnostics: [Diagnostic] = []
    for (rendition, bytes) in zip(wanted, encoded) {
      if let bytes {
        try cache.store(bytes, for: key(of: rendition, of: plan))
      } else {
        diagnostics.append(PictureMessage.cannotEncode(rendition, plan))
      }
    }
    return diagnostics
  }

  /// What the file says of itself follows from its digest; what the editor says does not.
  private func key(of rendition: PictureRendition, of plan: PicturePlan) -> ImageKey {
    let recipe = Recipe(Rendition(rendition, of: plan), marking: PictureMarking(plan.use))
    return ImageKey(
      source: plan.file.digest, recipe: recipe.text, format: recipe.rendition.format,
      encoder: version)
  }

  private func key(of card: SocialCardPlan) -> ImageKey {
    ImageKey(source: 0, recipe: self.card(card).text, format: .png, encoder: version)
  }

  private func card(_ plan: SocialCardPlan) -> SocialCard {
    SocialCard(plan, assets: "\(reader.root)/Templates/assets")
  }
}

extension Rendition {
  fileprivate init(_ rendition: PictureRendition, of plan: PicturePlan) {
    let (width, height) = (rendition.size.width, rendition.size.height)
    let focus = PictureFocus(x: plan.use.focus.x, y: plan.use.focus.y)
    let shape: Shape =
      switch rendition.shape {
      case .scaled: .scaled(width: width)
      case .cropped: .cropped(width: width, height: height, focus: focus)
      case .card: .filled(width: width, height: height, focus: focus)
      }
    self.init(shape, as: PictureFormat(rendition.format), quality: rendition.quality)
  }
}

extension PictureFormat {
  fileprivate init(_ encoding: PictureEncoding) {
    switch encoding {
    case .avif: self = .avif
    case .webp: self = .webp
    case .jpeg: self = .jpeg
    case .png: self = .png
    }
  }
}

extension PictureMarking {
  /// What the editor says of a picture.
  fileprivate init(_ use: PictureUse) {
    self.init(
      credit: use.credit,
      digitalSourceType: use.isAIGenerated ? Self.trainedAlgorithmicMedia : nil)
  }
}

extension SocialCard {
  /// Takes the folder with the theme's files.
  fileprivate init(_ plan: SocialCardPlan, assets: String) {
    var look = Look()
    look.paper = plan.design.paper
    look.ink = plan.design.ink
    look.accent = plan.design.accent
    look.headlineFonts = plan.design.headlineFonts
    look.textFonts = plan.design.textFonts
    func file(_ file: SocialCardDesign.FontFile?) -> FontFile? {
      file.map { FontFile(path: "\(assets)/\($0.path)", digest: $0.digest) }
    }
    look.headlineFontFile = file(plan.design.headlineFontFile)
    look.textFontFile = file(plan.design.textFontFile)
    self.init(
      headline: plan.headline, section: plan.section, publication: plan.publication, look: look)
    language = plan.language
    isRightToLeft = TextDirection(language: plan.language) == .rightToLeft
  }
}
