#if os(Linux)
  import Glibc

  /// What the system tells about a watched folder.
  struct InotifyNotice: Hashable, Sendable {
    /// The number of the watch.
    var watch: Int32
    var mask: UInt32
    /// Of the file or folder in the watched folder; empty if the notice is about that one itself.
    var name: String

    /// Everything that is there to be read now.
    static func read(from descriptor: Int32) -> [InotifyNotice] {
      var notices: [InotifyNotice] = []
      var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
      while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return notices }
        notices += parse(buffer[..<count])
      }
    }

    /// Takes apart what was read: number, mask, cookie, length of the name, and the name in zeros.
    static func parse(_ bytes: ArraySlice<UInt8>) -> [InotifyNotice] {
      var notices: [InotifyNotice] = []
      var rest = bytes
      while rest.count >= 16 {
        func word(_ index: Int) -> UInt32 {
          let start = rest.startIndex + 4 * index
          return rest[start..<start + 4].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
        }
        let length = Int(word(3))
        let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
        notices.append(
          InotifyNotice(
            watch: Int32(bitPattern: word(0)), mask: word(1),
            name: String(decoding: name, as: UTF8.self)))
        rest = rest.dropFirst(16 + length)
      }
      return notices
    }

    func has(_ flag: Int32) -> Bool { mask & UInt32(flag) != 0 }
  }
#endif
