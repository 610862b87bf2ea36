// Short byte strings to numbers: a hash table without an object per key.

/// Short byte strings to numbers.
///
/// Open addressing with linear probing, at most three quarters full. A key of up to 7 bytes lies
/// in its slot; of a longer one the slot holds a hash, and the arena its bytes. The seed is
/// another one in each run, so that nobody can prepare keys that collide; nothing depends on the
/// order of slots.
struct ByteTable: Sendable {
  /// The longest key, in bytes; the shortest has 1.
  static let longestKey = 240

  private struct Slot {
    /// The bytes of a key of up to 7, or a hash of more, below a byte with the length.
    ///
    /// Of a longer key that byte is the length plus 8. Zero marks a free slot.
    var tag: UInt64 = 0
    var start: UInt32 = 0
    var value: Int32 = 0
  }

  private static let firstLongTag: UInt64 = 8 << 56
  private static let runSeed = UInt64(truncatingIfNeeded: Hasher().finalize())

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var arena: [UInt8] = []
  private let seed = Self.runSeed
  private var count = 0

  /// The number of a key; `nil` for one that is not there.
  ///
  /// - Parameters:
  ///   - key: Its place; of 1 to ``longestKey`` bytes.
  ///   - text: What it stands in.
  func value(of key: Range<Int>, in text: Span<UInt8>) -> Int32? {
    let slot = slots[place(of: tag(of: key, in: text), key, text)]
    return slot.tag == 0 ? nil : slot.value
  }

  /// The number of a short key that lies where it is looked for first: most words of a text.
  ///
  /// Other keys are `nil`, and ``value(of:in:)`` knows. Inlined, where that would be too large.
  @inline(__always)
  func nearValue(of key: Range<Int>, in text: Span<UInt8>) -> Int32? {
    let count = key.upperBound &- key.lowerBound
    guard count > 0, count < 8 else { return nil }
    let tag = Self.shortTag(ByteWords.load(text, at: key.lowerBound), count)
    let slot = slots[home(of: tag) & (slots.count &- 1)]
    return slot.tag == tag ? slot.value : nil
  }

  /// Sets the number of a key.
  mutating func set(_ value: Int32, for key: Range<Int>, in text: Span<UInt8>) {
    precondition(
      !key.isEmpty && key.count <= Self.longestKey,
      "a key of \(key.count) bytes; expected 1 to \(Self.longestKey)")
    let tag = tag(of: key, in: text)
    var place = place(of: tag, key, text)
    if slots[place].tag == 0 {
      if count * 4 >= slots.count * 3 {
        grow()
        place = self.place(of: tag, key, text)
      }
      slots[place].tag = tag
      if tag >= Self.firstLongTag {
        slots[place].start = UInt32(arena.count)
        for index in key { arena.append(text[index]) }
      }
      count += 1
    }
    slots[place].value = value
  }

  @inline(__always)
  private static func shortTag(_ bytes: UInt64, _ count: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: count &* 8)
    return bytes & (1 &<< bits &- 1) | bits &<< 53
  }

  private func tag(of key: Range<Int>, in text: Span<UInt8>) -> UInt64 {
    let count = key.count
    let first = ByteWords.load(text, at: key.lowerBound)
    if count < 8 { return Self.shortTag(first, count) }
    var hash = Self.folded(first ^ seed)
    var at = key.lowerBound &+ 8
    while at &+ 8 < key.upperBound {
      hash = Self.folded(hash ^ ByteWords.load(text, at: at))
      at &+= 8
    }
    hash = Self.folded(hash ^ ByteWords.load(text, at: key.upperBound &- 8))
    return hash >> 8 | UInt64(truncatingIfNeeded: count &+ 8) << 56
  }

  /// Where a key lies, or the free slot where it would.
  private func place(of tag: UInt64, _ key: Range<Int>, _ text: Span<UInt8>) -> Int {
    let mask = slots.count &- 1
    var place = home(of: tag) & mask
    while true {
      let found = slots[place].tag
      if found == tag, tag < Self.firstLongTag || holds(slots[place].start, key, text) { break }
      if found == 0 { break }
      place = (place &+ 1) & mask
    }
    return place
  }

  /// Whether the arena has a key of at least 8 bytes at an offset.
  private func holds(_ start: UInt32, _ key: Range<Int>, _ text: Span<UInt8>) -> Bool {
    let stored = arena.span
    // From the bytes of the key to those in the arena.
    let shift = Int(start) &- key.lowerBound
    let last = key.upperBound &- 8
    var at = key.lowerBound
    while at < last {
      if ByteWords.load(stored, at: at &+ shift) != ByteWords.load(text, at: at) { return false }
      at &+= 8
    }
    return ByteWords.load(stored, at: last &+ shift) == ByteWords.load(text, at: last)
  }

  @inline(__always)
  private func home(of tag: UInt64) -> Int { Int(truncatingIfNeeded: Self.folded(tag ^ seed)) }

  /// Both halves of the product with a number that has no pattern.
  @inline(__always)
  private static func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.tag != 0 {
      var place = home(of: slot.tag) & mask
      while slots[place].tag != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
