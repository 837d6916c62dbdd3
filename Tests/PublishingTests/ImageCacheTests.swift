import Foundation
import Imaging
import Testing

@testable import Publishing

/// What is found again of encoded pictures, and what is not believed.
@Suite struct ImageCacheTests {
  @Test("What was stored is found again, from another machine too")
  func stored() throws {
    let folder = try TemporaryFolder()
    let cache = try ImageCache("\(folder.path)/a/images")
    #expect(cache.bytes(for: Self.key()) == nil)
    for bytes in [[1, 2, 3], [], [UInt8](repeating: 7, count: 300_000)] {
      try cache.store(bytes, for: Self.key())
      #expect(cache.bytes(for: Self.key()) == (bytes.isEmpty ? nil : bytes))
    }
    try cache.store([1, 2, 3], for: Self.key())
    try FileManager.default.copyItem(atPath: "\(folder.path)/a", toPath: "\(folder.path)/b")
    #expect(try ImageCache("\(folder.path)/b/images").bytes(for: Self.key()) == [1, 2, 3])
    #expect(try folder.names("a/images") == [Self.key().name])
  }

  @Test(
    "An entry that is not as it was stored is as good as none",
    arguments: ["a byte changed", "cut short", "longer", "empty", "under another name", "a folder"])
  func damaged(damage: String) throws {
    let folder = try TemporaryFolder()
    let cache = try ImageCache(folder.path)
    let stored = [UInt8](0..<200)
    try cache.store(stored, for: Self.key())
    let path = "\(folder.path)/\(Self.key().name)"
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    var key = Self.key()
    switch damage {
    case "a byte changed": bytes[100] ^= 1
    case "cut short": bytes.removeLast(50)
    case "longer": bytes.append(0)
    case "empty": bytes = []
    case "under another name": key = Self.key(recipe: "another")
    default: try FileManager.default.removeItem(atPath: path)
    }
    if damage == "a folder" {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } else {
      try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(key.name)"))
    }
    #expect(cache.bytes(for: key) == nil)
    if damage != "a folder" {
      try cache.store(stored, for: key)
      #expect(cache.bytes(for: key) == stored)
    }
  }

  @Test("Whatever decides the bytes decides the key")
  func keys() {
    let keys = [
      Self.key(), Self.key(source: 2), Self.key(recipe: "b"), Self.key(format: .webp),
      Self.key(encoder: "8.16.0"),
    ]
    #expect(Set(keys.map(\.name)).count == keys.count)
    #expect(Self.key().name == Self.key().name)
    #expect(Self.key(format: .jpeg).name.hasSuffix(".jpg"))
  }

  @Test("A cache over its limit loses what was not needed, the oldest first, and nothing else")
  func pruned() throws {
    let folder = try TemporaryFolder()
    let cache = try ImageCache(folder.path)
    let keys = (0..<10).map { Self.key(recipe: "\($0)") }
    for (age, key) in keys.enumerated() {
      try cache.store([UInt8](repeating: 1, count: 992), for: key)
      let date = Date(timeIntervalSince1970: 1_700_000_000 + Double(age))
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: "\(folder.path)/\(key.name)")
    }
    let needed: Set = [keys[0], keys[9]]
    #expect(try cache.prune(keeping: needed, limit: 10_000) == 0)
    #expect(try cache.prune(keeping: needed, limit: 8_000) == 4)
    #expect(keys.indices.filter { cache.bytes(for: keys[$0]) != nil } == [0, 5, 6, 7, 8, 9])
    #expect(try cache.prune(keeping: needed, limit: 0) == 4)
    #expect(try folder.names("").count == 2)
  }

  @Test("A cache that cannot be there says why")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: URL(filePath: "\(folder.path)/file"))
    #expect(throws: SystemError.self) { try ImageCache("\(folder.path)/file/images") }
  }

  @Test("Builds that store the same entries at once leave whole ones")
  func contention() async throws {
    let folder = try TemporaryFolder()
    let cache = try ImageCache(folder.path)
    let path = folder.path
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let another = try? ImageCache(path)  // As another build would.
          for number in 0..<50 {
            let key = Self.key(recipe: "\(number)")
            try? another?.store([UInt8](repeating: UInt8(number), count: 9_000), for: key)
          }
        }
      }
    }
    for number in 0..<50 {
      let bytes = cache.bytes(for: Self.key(recipe: "\(number)"))
      #expect(bytes == [UInt8](repeating: UInt8(number), count: 9_000))
    }
  }
}

extension ImageCacheTests {
  private static func key(
    source: UInt64 = 1, recipe: String = "a", format: PictureFormat = .avif,
    encoder: String = "8.14.1"
  ) -> ImageKey {
    ImageKey(source: source, recipe: recipe, format: format, encoder: encoder)
  }
}

/// A folder that is removed with the value.
private final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }
}
