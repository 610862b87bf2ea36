// XML bytes to elements through libxml2's SAX interface.

import CLibXML2
import Model

/// Why XML could not be read to its end.
struct XMLFailure: Error {
  /// The line, from 1, in the bytes that were read.
  let line: Int
  /// libxml2's words for it, lower case.
  let message: String
}

/// XML bytes to elements.
///
/// libxml2's push parser with our own SAX callbacks: no entity declaration is ever looked at,
/// nothing is fetched, and the nesting is bounded here, since SAX has no bound of its own.
///
/// Source: XML 1.0 (5th ed.), Namespaces in XML 1.0; libxml2 2.9 `SAX2.h`.
enum XMLReader {
  /// Elements nested deeper than this end the reading.
  static let maximumDepth = 200

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, as `XMLRepair` leaves it.
  ///   - recover: Whether to go on after errors; what is read then lacks character references
  ///     behind the first one.
  ///   - onClose: Is given each element when it ends, with its depth (the root's is 0), and says
  ///     whether its parent keeps it.
  /// - Returns: The root as far as it was read, and the first error, if any.
  static func read(
    _ bytes: [UInt8], recover: Bool = false, onClose: (XMLElement, Int) -> Bool = { _, _ in true }
  ) -> (root: XMLElement?, failure: XMLFailure?) {
    withoutActuallyEscaping(onClose) { onClose in
      let builder = XMLTreeBuilder(onClose: onClose)
      var sax = handler()
      let context = xmlCreatePushParserCtxt(
        &sax, Unmanaged.passUnretained(builder).toOpaque(), nil, 0, nil)
      guard let context else {
        return (nil, XMLFailure(line: 0, message: "no memory for a parser"))
      }
      defer { xmlFreeParserCtxt(context) }
      builder.context = context
      var options = Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOCDATA.rawValue)
      if recover { options |= Int32(XML_PARSE_RECOVER.rawValue) }
      xmlCtxtUseOptions(context, options)
      bytes.withUnsafeBytes { buffer in
        var at = 0
        while at < buffer.count, !builder.stopped {
          let size = min(65_536, buffer.count - at)
          let chunk = buffer.baseAddress?.advanced(by: at).assumingMemoryBound(to: CChar.self)
          let code = xmlParseChunk(context, chunk, Int32(size), 0)
          if code != 0, !recover, context.pointee.wellFormed == 0 { break }
          at += size
        }
        if !builder.stopped, recover || context.pointee.wellFormed != 0 {
          xmlParseChunk(context, nil, 0, 1)
        }
      }
      builder.closeAll()
      var failure = builder.failure
      if context.pointee.wellFormed == 0, failure == nil {
        failure = XMLFailure(line: builder.line, message: "is not well-formed XML")
      }
      if context.pointee.wellFormed != 0 { failure = builder.stopped ? failure : nil }
      return (builder.root, failure)
    }
  }

  private static func handler() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
      XMLTreeBuilder.from(context)?.start(
        name: name, prefix: prefix, uri: uri, count: Int(count), attributes: attributes)
    }
    sax.endElementNs = { context, _, _, _ in XMLTreeBuilder.from(context)?.end() }
    let characters: charactersSAXFunc = { context, text, length in
      guard let text else { return }
      XMLTreeBuilder.from(context)?.append(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    sax.serror = { context, error in
      guard let error else { return }
      XMLTreeBuilder.from(context)?.fail(error.pointee)
    }
    return sax
  }
}

/// Gathers SAX events into elements.
private final class XMLTreeBuilder {
  var context: xmlParserCtxtPtr?
  var root: XMLElement?
  var failure: XMLFailure?
  var stopped = false
  private var open: [XMLElement] = []
  private var text: [UInt8] = []
  private let onClose: (XMLElement, Int) -> Bool

  init(onClose: @escaping (XMLElement, Int) -> Bool) { self.onClose = onClose }

  static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    pointer.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  var line: Int { context.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } ?? 0 }

  func append(_ bytes: UnsafeBufferPointer<xmlChar>) { text += bytes }

  func fail(_ error: xmlError) {
    guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue,
      error.domain != Int32(XML_FROM_NAMESPACE.rawValue)
    else { return }
    var message = error.message.map { String(cString: $0) } ?? "damaged"
    while message.last == "\n" || message.last == " " { message.removeLast() }
    failure = XMLFailure(line: Int(error.line), message: message)
  }

  func start(
    name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
    count: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !stopped else { return }
    flushText()
    var list: [(name: String, value: String)] = []
    for index in 0..<count {
      guard let fields = attributes?.advanced(by: index * 5), let from = fields[3],
        let to = fields[4]
      else { continue }
      let value = String(
        decoding: UnsafeBufferPointer(start: from, count: to - from), as: UTF8.self)
      list.append((qualified(fields[0], fields[1], fields[2]), unescaped(value)))
    }
    let element = XMLElement(name: qualified(name, prefix, uri), attributes: list, line: line)
    open.append(element)
    if open.count > XMLReader.maximumDepth {
      stopped = true
      failure = XMLFailure(line: line, message: "elements are nested too deep")
      xmlStopParser(context)
    }
  }

  func end() {
    flushText()
    guard let element = open.popLast() else { return }
    let keep = onClose(element, open.count)
    if let parent = open.last {
      if keep { parent.children.append(.element(element)) }
    } else {
      root = element
    }
  }

  func closeAll() { while !open.isEmpty { end() } }

  private func flushText() {
    guard !text.isEmpty else { return }
    open.last?.children.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  /// SAX2 leaves predefined references in attribute values as numbers (`&#38;`).
  private func unescaped(_ value: String) -> String {
    var value = value
    for (reference, character) in [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#38;", "&")]
    where value.contains(reference) {
      value = value.split(separator: reference, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return value
  }

  private func qualified(
    _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> String {
    let local = name.map { String(cString: $0) } ?? ""
    if let uri, let known = XMLNamespace.prefix(of: String(cString: uri)) {
      return known.isEmpty ? local : "\(known):\(local)"
    }
    return prefix.map { "\(String(cString: $0)):\(local)" } ?? local
  }
}
