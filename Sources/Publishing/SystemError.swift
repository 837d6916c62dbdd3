#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system answered when it could not do something with a file.
struct SystemError: Error, Hashable {
  var path: String
  var code: Int32

  /// In the system's words, for example `No space left on device`.
  var reason: String { String(cString: strerror(code)) }
}

/// Makes a call of the system, again if a signal interrupts it.
@discardableResult
func system<Result: SignedInteger>(
  _ path: String, _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError(path: path, code: errno) }
  }
}
