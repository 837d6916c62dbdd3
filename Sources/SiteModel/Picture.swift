/// A picture of the publication, or one elsewhere.
package struct Picture: Hashable, Sendable {
  /// Where its file lies.
  package enum Location: Hashable, Sendable {
    case site(Permalink)
    case elsewhere(String)
  }

  /// The file for programs that choose none for themselves, such as feed readers.
  package var location: Location
  /// The size of that file; nil if it is unknown.
  package var size: PixelSize?
  /// The files among which browsers choose; nil for a picture that is published as it is.
  package var set: PictureSet?
  /// The point that stays in view when the picture is cropped.
  package var focus = FocalPoint.center

  package init(location: Location, size: PixelSize? = nil) {
    self.location = location
    self.size = size
  }

  /// A picture of which smaller files are made.
  package init(_ set: PictureSet, focus: FocalPoint = .center) {
    self.set = set
    self.focus = focus
    location = .site(set.permalink(width: set.mainWidth, set.fallback))
    size = set.size(atWidth: set.mainWidth)
  }
}

/// The size of a picture in pixels, as shown (after its orientation is applied).
package struct PixelSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A point of a picture in hundredths of its width and height, from the upper left.
package struct FocalPoint: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  package static let center = FocalPoint(x: 50, y: 50)
}
