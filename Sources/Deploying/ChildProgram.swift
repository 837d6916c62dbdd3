#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of the system, run with a list of arguments: no shell reads them.
struct ChildProgram: Sendable {
  let name: String
  let environment: [String: String]
  let stop: StopSwitch

  /// What a program left.
  struct Outcome: Sendable {
    var status: Int32 = 0
    var output: [UInt8] = []
    /// The lines of its error output that are no log of what it did.
    var complaints: [String] = []

    var hasSucceeded: Bool { status == 0 }
  }

  /// The streams that a program writes to.
  enum Stream: Hashable {
    case output
    case errors
  }

  /// Why a program did not run at all.
  struct Absence: Error {
    var code: Int32
  }

  /// Runs it to its end.
  ///
  /// It stays in the group of this process, so that it may ask at the terminal for a passphrase, and
  /// Ctrl+C reaches it too. `onLine` gets each line as it comes, and says what of it is a complaint.
  func run(
    _ arguments: [String], onLine: (Stream, String) -> String? = { _, line in line }
  ) throws(Absence) -> Outcome {
    let (output, errors) = (try Pipe(), try Pipe())
    let child = try spawn(arguments, output, errors)
    stop.setChild(child)
    output.closeWriter()
    errors.closeWriter()
    var outcome = Outcome()
    read(from: output, errors) { stream, line in
      let kept = onLine(stream, line)
      if stream == .errors, let kept, !kept.isEmpty { outcome.complaints.append(kept) }
    } bytes: {
      outcome.output += $0
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    stop.setChild(nil)
    // The system packs the exit status and the signal into one number.
    outcome.status = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    return outcome
  }
}

extension ChildProgram {
  private func spawn(
    _ arguments: [String], _ output: Pipe, _ errors: Pipe
  ) throws(Absence) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writer, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writer, 2)
    // What this process ignores, since it handles it otherwise, the program shall not ignore.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ([name] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, name, &actions, &attributes, words, variables)
    if code != 0 { throw Absence(code: code) }
    return child
  }

  /// Reads both streams until the program has closed them.
  private func read(
    from output: Pipe, _ errors: Pipe, line: (Stream, String) -> Void, bytes: ([UInt8]) -> Void
  ) {
    var open = [(Stream.output, output.reader), (Stream.errors, errors.reader)]
    var begun: [Stream: [UInt8]] = [:]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty {
      var waiting = open.map { pollfd(fd: $0.1, events: Int16(POLLIN), revents: 0) }
      if poll(&waiting, nfds_t(waiting.count), -1) < 0, errno != EINTR { break }
      for (position, entry) in waiting.enumerated().reversed() where entry.revents != 0 {
        let stream = open[position].0
        let count = systemRead(entry.fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          open.remove(at: position)
          continue
        }
        if stream == .output { bytes(Array(buffer[..<count])) }
        begun[stream, default: []] += buffer[..<count]
        var parts = begun[stream, default: []].split(
          separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        begun[stream] = parts.popLast().map { Array($0) }
        for part in parts { line(stream, String(decoding: part, as: UTF8.self)) }
      }
    }
    for (stream, rest) in begun where !rest.isEmpty {
      line(stream, String(decoding: rest, as: UTF8.self))
    }
  }
}

/// The call of the system that has the name of a method of ``ChildProgram``.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  read(descriptor, &buffer, count)
}

/// What one process writes and another one reads; both ends are closed with the value.
private final class Pipe {
  let reader: Int32
  private(set) var writer: Int32

  init() throws(ChildProgram.Absence) {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { throw ChildProgram.Absence(code: errno) }
    (reader, writer) = (ends[0], ends[1])
    // The program gets its own copies, and must not hold these ones.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reader)
    closeWriter()
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }
}
