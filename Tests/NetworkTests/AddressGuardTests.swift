import Network
import Testing

struct AddressGuardTests {
  @Test(
    arguments: [
      [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 255, 255], [192, 168, 1, 1],
      [169, 254, 169, 254], [100, 64, 0, 1], [0, 0, 0, 0], [224, 0, 0, 1], [255, 255, 255, 255],
    ] as [[UInt8]])
  func refusesPrivateIPv4(address: [UInt8]) {
    #expect(!AddressGuard.isPublic(address))
    // The same inside IPv6: mapped, NAT64, 6to4.
    #expect(!AddressGuard.isPublic([UInt8](repeating: 0, count: 10) + [255, 255] + address))
    #expect(
      !AddressGuard.isPublic([0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + address))
    #expect(!AddressGuard.isPublic([0x20, 0x02] + address + [UInt8](repeating: 0, count: 10)))
  }

  @Test(
    arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [1, 1, 1, 1], [100, 128, 0, 1]] as [[UInt8]])
  func allowsPublicIPv4(address: [UInt8]) {
    #expect(AddressGuard.isPublic(address))
  }

  @Test func knowsIPv6() {
    let loopback = [UInt8](repeating: 0, count: 15) + [1]
    #expect(!AddressGuard.isPublic(loopback))
    #expect(!AddressGuard.isPublic([0xFE, 0x80] + [UInt8](repeating: 0, count: 14)))
    #expect(!AddressGuard.isPublic([0xFC, 0] + [UInt8](repeating: 0, count: 14)))
    #expect(AddressGuard.isPublic([0x26, 0x06, 0x47, 0] + [UInt8](repeating: 1, count: 12)))
    #expect(!AddressGuard.isPublic([1, 2, 3]))
  }

  @Test(
    arguments: [
      [0x20, 0x01, 0, 0], [0x20, 0x01, 0, 0x10], [0x20, 0x01, 0x0D, 0xB8], [0x3F, 0xFF, 0, 1],
      [0x01, 0, 0, 0], [0x5F, 0, 0, 0], [0xFF, 0x02, 0, 0], [0xFE, 0xC0, 0, 0],
    ] as [[UInt8]])
  func refusesIPv6OfNoServer(start: [UInt8]) {
    #expect(!AddressGuard.isPublic(start + [UInt8](repeating: 1, count: 12)))
  }

  @Test(arguments: [[0x20, 0x01, 0x02, 0], [0x2A, 0, 0, 0], [0x3F, 0xFE, 0, 0]] as [[UInt8]])
  func allowsPublicIPv6(start: [UInt8]) {
    #expect(AddressGuard.isPublic(start + [UInt8](repeating: 1, count: 12)))
  }
}
