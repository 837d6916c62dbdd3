package import SiteModel

/// A kind of page with the template that it takes.
struct UsedLayout: Hashable {
  var kind: Layout
  var name: String
}

/// A template that a publication lays pages out with, and the first place that names it, if one does.
package struct LayoutUse: Hashable, Sendable {
  var layout: UsedLayout
  var place: Place?
}

extension Site {
  /// The layout of a page: the one that its front matter asks for, or the usual one.
  func usedLayout(of page: SitePage) -> UsedLayout {
    let kind = Layout(page)
    return UsedLayout(kind: kind, name: layout(of: page)?.value ?? kind.rawValue)
  }

  /// The name of the template that lays a page out.
  package func layoutName(of page: SitePage) -> String { usedLayout(of: page).name }

  /// All layouts that the publication uses.
  package var usedLayouts: [LayoutUse] {
    var used: [LayoutUse] = []
    var seen: Set<UsedLayout> = []
    for page in outline {
      let layout = usedLayout(of: page)
      // Pages of one kind follow one another.
      if layout == used.last?.layout { continue }
      if seen.insert(layout).inserted {
        used.append(LayoutUse(layout: layout, place: self.layout(of: page)?.place))
      }
    }
    return used
  }

  private func layout(of page: SitePage) -> Located<String>? {
    switch page {
    case .article(let index): articles[index].frontMatter.layout
    case .standing(let index): pages[index].frontMatter.layout
    default: nil
    }
  }
}
