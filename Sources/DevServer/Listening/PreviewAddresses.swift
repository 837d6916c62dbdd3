import NIOCore
package import SiteModel

/// Where a preview can be seen.
package struct PreviewAddresses: Hashable, Sendable {
  /// For browsers on this machine.
  package var local: BaseURL
  /// For other machines, the likeliest first; empty if they are kept out.
  package var network: [BaseURL] = []
}

extension PreviewOptions {
  /// Where the preview can be seen, with the port that it got.
  func addresses(onPort port: Int) -> PreviewAddresses {
    var addresses = PreviewAddresses(local: address(onPort: port))
    guard ["0.0.0.0", "::"].contains(bind) else { return addresses }
    // A machine that does not tell its addresses still serves.
    let devices = (try? System.enumerateDevices()) ?? []
    let hosts = NetworkHosts(
      devices.compactMap { device in
        device.address?.ipAddress.map { NetworkHosts.Interface(name: device.name, address: $0) }
      })
    addresses.network = hosts.sorted.map {
      BaseURL(origin: "http://\($0):\(port)", path: baseURL?.path ?? "")
    }
    return addresses
  }
}

/// The addresses under which other machines may find this one.
struct NetworkHosts: Hashable {
  /// A network card, or what a program made to look like one.
  struct Interface: Hashable {
    var name: String
    var address: String
  }

  /// The likeliest first.
  let sorted: [String]

  init(_ interfaces: [Interface]) {
    let found = interfaces.filter { Self.isReachable($0.address) }
    let real = found.filter { !Self.isVirtual($0.name) }
    sorted = (real + found.filter { Self.isVirtual($0.name) }).map(\.address)
  }

  /// IPv4 only, which phones can type; neither this machine alone nor an address that nobody gave.
  private static func isReachable(_ address: String) -> Bool {
    address.split(separator: ".").count == 4 && !address.hasPrefix("127.")
      && !address.hasPrefix("169.254.")
  }

  /// Bridges of containers and of virtual machines, which no phone is on.
  private static func isVirtual(_ name: String) -> Bool {
    ["docker", "br-", "veth", "virbr", "vmnet", "utun", "tun", "bridge"].contains {
      name.hasPrefix($0)
    }
  }
}
