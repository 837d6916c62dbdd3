/// The size of a picture in pixels.
package struct PictureSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The number of pixels.
  package var area: Int {
    let (area, overflows) = width.multipliedReportingOverflow(by: height)
    return overflows ? .max : area
  }
}

/// A rectangle within a picture.
struct PictureCut: Hashable {
  var left: Int
  var top: Int
  var size: PictureSize
}

/// What of a picture must not be cut off, in percent of its width from the left and of its height
/// from the top.
package struct PictureFocus: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = min(max(x, 0), 100)
    self.y = min(max(y, 0), 100)
  }

  package static let center = PictureFocus(x: 50, y: 50)
}
