import Foundation
import TestSupport
import Testing

/// Builds whose disk is full, may not be written to, or breaks.
@Suite(.serialized) struct FailingDiskTests {
  static let calls = [
    "open", "openat", "mkdirat", "write", "close", "renameat", "rename", "unlinkat",
  ]
  static let codes = [ENOSPC, EIO, EACCES, EROFS]

  @Test(
    "A call of the system that fails leaves every file whole", .enabled(if: FailingCalls.isThere))
  func failingCall() throws {
    let shim = try FailingCalls()
    let editions = try TwoEditions()
    var random = SystemRandomNumberGenerator()
    var failed = 0
    for round in 0..<BuildProcess.rounds {
      let call = Self.calls[round % Self.calls.count]
      let code = Self.codes.randomElement(using: &random) ?? EIO
      let number = call == "open" ? 1 : Int.random(in: 1...150, using: &random)
      try editions.turn()
      let what = "\(call) \(number) failed with \(code)"
      var environment = shim.environment(call: call, number: number, code: code)
      if round % 3 == 0 { environment["FAIL_ALWAYS"] = "1" }
      let (status, text) = try BuildProcess(editions.site, environment: environment).result()
      editions.expectWhole(what)
      #expect(status == 0 || text.contains("output/write"), "\(what): \(text)")
      if status != 0 { failed += 1 }
      editions.expectForeignFile()
      try editions.expectRecovery(what)
    }
    print("\(BuildProcess.rounds) builds with a failing call, \(failed) of them failed")
  }

  @Test("A full or read-only disk leaves every file whole", .enabled(if: SmallDisk.isPossible))
  func fullDisk() throws {
    let editions = try TwoEditions()
    let disk = try SmallDisk(at: editions.site.output)
    defer { disk.remove() }
    try editions.expectRecovery("the disk was put in")
    try editions.site.write("Site/ai/foreign.txt", "foreign")
    var random = SystemRandomNumberGenerator()
    var failed = 0
    for round in 0..<BuildProcess.rounds {
      try editions.turn()
      let what: String
      if round % 8 == 7 {
        what = "a read-only disk"
        try disk.change("ro")
      } else {
        let room = Int.random(in: 0...2_500, using: &random)
        what = "a disk with \(room) KB left"
        try disk.change("size=\(try disk.usedKilobytes() + room)k")
      }
      let (status, text) = try BuildProcess(editions.site).result()
      editions.expectWhole(what)
      #expect(status == 0 || text.contains("output/write"), "\(what): \(text)")
      if status != 0 { failed += 1 }
      editions.expectForeignFile()
      try disk.change("rw,size=64m")
      try editions.expectRecovery(what)
    }
    print("\(BuildProcess.rounds) builds on a full or read-only disk, \(failed) of them failed")
  }
}

/// A library that lets calls of the system fail.
struct FailingCalls {
  private let library: String

  static let isThere: Bool = {
    #if os(Linux)
      return run("/usr/bin/env", ["clang", "--version"]) == 0
    #else
      return false
    #endif
  }()

  init() throws {
    library = "\(ProjectFolder.path)/.build/failing-calls.so"
    let source = "\(ProjectFolder.path)/Tests/RobustnessTests/failing-calls.c"
    let options = ["clang", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
    try #require(run("/usr/bin/env", options) == 0)
  }

  func environment(call: String, number: Int, code: Int32) -> [String: String] {
    ["LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_AT": "\(number)", "FAIL_CODE": "\(code)"]
  }
}

/// A file system in memory, mounted over a folder; it takes rights that a container may not have.
struct SmallDisk {
  private let path: String

  static let isPossible: Bool = {
    guard let folder = try? TemporarySite(["disk/file": ""]) else { return false }
    guard let disk = try? SmallDisk(at: "\(folder.path)/disk") else { return false }
    disk.remove()
    return true
  }()

  init(at path: String) throws {
    self.path = path
    try #require(run("/bin/mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", path]) == 0)
  }

  func change(_ options: String) throws {
    try #require(run("/bin/mount", ["-o", "remount,\(options)", path]) == 0)
  }

  func usedKilobytes() throws -> Int {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: path)
    let size = try #require(attributes[.systemSize] as? NSNumber).intValue
    let free = try #require(attributes[.systemFreeSize] as? NSNumber).intValue
    return (size - free) / 1_024
  }

  func remove() {
    _ = run("/bin/umount", [path])
  }
}

/// Runs a program in silence.
///
/// - Returns: Its exit status, or -1 if it cannot be run.
private func run(_ program: String, _ arguments: [String]) -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  do {
    try process.run()
  } catch {
    return -1
  }
  process.waitUntilExit()
  return process.terminationStatus
}
