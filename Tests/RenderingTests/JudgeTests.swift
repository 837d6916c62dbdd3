import Mustache
import SiteModel
import Testing

@testable import Rendering

/// Another implementation of Mustache makes the same pages.
@Suite struct JudgeTests {
  @Test("Every page of the demo publication is the same, but for empty lines")
  func demo() throws {
    let demo = try DemoSite()
    let renderer = demo.renderer()
    let judge = try Judge(demo)
    #expect(demo.site.outline.count > 100)
    for page in demo.site.outline {
      let name = demo.site.usedLayout(of: page).name
      let expected = try #require(judge.render(renderer.contexts(of: page), name))
      let made = String(decoding: renderer.render(page), as: UTF8.self)
      // The judge keeps the end of a line that holds nothing but {{<name}} … {{/name}}.
      #expect(lines(of: made) == lines(of: expected), "\(page)")
    }
  }

  private func lines(of text: String) -> [Substring] { text.split(separator: "\n") }
}

/// swift-mustache, which looks names up while it renders.
private struct Judge {
  private let library: MustacheLibrary

  init(_ demo: DemoSite) throws {
    var library = MustacheLibrary()
    for template in demo.templates {
      var text = template.text
      for (path, asset) in demo.assets {
        text = text.replacing("{{#asset}}\(path){{/asset}}", with: asset.path)
      }
      try library.register(text, named: template.name)
    }
    self.library = library
  }

  func render(_ contexts: [FieldValue], _ name: String) -> String? {
    library.render(ContextPile(contexts: contexts), withTemplate: name)
  }
}

/// The contexts of a layout as one.
private struct ContextPile: MustacheParent {
  let contexts: [FieldValue]

  func child(named name: String) -> Any? {
    for case .object(let context) in contexts.reversed() {
      if let child = DeclaredFields(context: context).child(named: name) { return child }
    }
    return nil
  }
}

/// A context, by the names of its fields.
private struct DeclaredFields: MustacheParent {
  let context: any TemplateContext

  func child(named name: String) -> Any? {
    guard let field = type(of: context).field(named: name) else { return nil }
    return value(context.value(at: field.position))
  }

  private func value(_ value: FieldValue) -> Any {
    switch value {
    case .absent: return Absent()
    case .text(let text): return text
    case .html(let markup):
      var bytes: [UInt8] = []
      markup.write(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .number(let number): return number
    case .flag(let flag): return flag
    case .object(let context): return DeclaredFields(context: context)
    case .list(let list): return (0..<list.count).map { self.value(list.element($0)) }
    case .table(let table): return table.mapValues { self.value(FieldValue($0)) }
    }
  }
}

/// Stands for a declared field without a value: Mustache would look further out for a nil.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
