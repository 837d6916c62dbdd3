import SiteModel

/// Turns templates into programs, and checks each name against the contexts that it stands in.
///
/// A name that nothing defines and a partial that is not there are errors: rendered as nothing, a
/// deleted consent partial would vanish from every page in silence.
struct TemplateCompiler {
  let templates: [String: [TemplateNode]]
  /// Addresses of the theme's files.
  let assets: [String: String]
  var diagnostics: [Diagnostic] = []
  /// A partial stands in many places, but each of its mistakes is told once.
  var reported: Set<Place> = []
  private var program = TemplateProgram()
  /// The partials that are being followed, from the layout inwards.
  private var chain: [String] = []
  /// The first instruction that text may be added to.
  private var floor = 0
  /// Whether the next line begins where something stands already.
  private var isMidLine = false

  init(templates: [String: [TemplateNode]], assets: [String: String]) {
    self.templates = templates
    self.assets = assets
  }

  /// The program of a template that is rendered in the given contexts, the innermost last.
  mutating func compile(_ name: String, in contexts: [ContextStack.Frame]) -> TemplateProgram {
    program = TemplateProgram()
    chain = [name]
    floor = 0
    add(templates[name] ?? [], Surroundings(stack: ContextStack(contexts)))
    return program
  }
}

extension TemplateCompiler {
  /// What a piece of a template finds around it.
  private struct Surroundings {
    var stack: ContextStack
    /// What replaces blocks, by their names.
    var blocks: [String: TemplateBlock] = [:]
    /// What stands before each line.
    var indentation: [UInt8] = []

    func with(_ blocks: [String: TemplateBlock]) -> Surroundings {
      Surroundings(stack: stack, blocks: blocks, indentation: indentation)
    }
  }

  private mutating func add(_ nodes: [TemplateNode], _ surroundings: Surroundings) {
    for node in nodes {
      switch node {
      case .text(let bytes): write(bytes)
      case .lineStart: beginLine(surroundings.indentation)
      case .asset(let path, _): write((assets[path] ?? "").utf8)
      case .variable(let name, let isEscaped, let place):
        addVariable(name, isEscaped, surroundings.stack, place)
      case .section: addSection(node, surroundings)
      case .partial(let name, let indentation, let place):
        follow(name, indentation, surroundings.with([:]), place)
      case .parent(let name, let blocks, let indentation, let place):
        // What the template at the beginning of the chain says goes before what its parents say.
        let blocks = blocks.merging(surroundings.blocks) { _, outer in outer }
        follow(name, indentation, surroundings.with(blocks), place)
      case .block(let block): addBlock(block, surroundings)
      }
    }
  }

  private mutating func addVariable(
    _ name: String, _ isEscaped: Bool, _ stack: ContextStack, _ place: Place
  ) {
    guard let places = find(name, stack, place) else { return }
    checkEscaping(of: name, places[0].kind, isEscaped, place)
    let path = program.path(to: places)
    program.instructions.append(isEscaped ? .writeText(path) : .writeHTML(path))
  }

  private mutating func addSection(_ node: TemplateNode, _ surroundings: Surroundings) {
    guard case .section(let name, let isInverted, let nodes, let place) = node else { return }
    let places = find(name, surroundings.stack, place)
    let kind = places?[0].kind ?? .flag
    var inner = surroundings
    var section = TemplateProgram.Section.each
    switch kind {
    case _ where isInverted: section = .unless
    case .flag: section = .when
    case .object(let type), .list(let type): inner.stack = inner.stack.pushing(.fields(type))
    case .texts: inner.stack = inner.stack.pushing(.value(.text))
    case .text, .html, .number: inner.stack = inner.stack.pushing(.value(kind))
    case .anything: inner.stack = inner.stack.pushing(.anything)
    }
    let start = program.open(section, program.path(to: places ?? []))
    add(nodes, inner)
    program.close(start)
    floor = program.instructions.count
  }

  private mutating func follow(
    _ name: String, _ indentation: [UInt8]?, _ surroundings: Surroundings, _ place: Place
  ) {
    guard let nodes = templates[name] else {
      reportMissing(name, place)
      return
    }
    guard !chain.contains(name) else {
      reportLoop(name, place)
      return
    }
    var inner = surroundings
    inner.indentation = indentation.map { surroundings.indentation + $0 } ?? []
    chain.append(name)
    add(nodes, inner)
    chain.removeLast()
  }

  private mutating func addBlock(_ block: TemplateBlock, _ surroundings: Surroundings) {
    guard let replacement = surroundings.blocks[block.name] else {
      add(block.nodes, surroundings)
      return
    }
    var inner = surroundings
    inner.indentation += block.indentation
    // A replacement that has a block of the same name means its own default by it.
    inner.blocks[block.name] = nil
    if block.opensLine, !replacement.opensLine, !replacement.nodes.isEmpty {
      beginLine(inner.indentation)
    }
    isMidLine = !block.opensLine && replacement.opensLine
    add(replacement.nodes, inner)
    isMidLine = false
  }

  private mutating func beginLine(_ indentation: [UInt8]) {
    if isMidLine { isMidLine = false } else { write(indentation) }
  }

  private mutating func write(_ bytes: some Collection<UInt8>) {
    program.copy(bytes, from: floor)
  }
}
