internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// An element of XML with what is in it, as somebody else's parser reads it.
public final class XMLNode {
  /// Its name.
  public let name: String
  /// Its attributes.
  public let attributes: [String: String]
  /// The text in it, without that of the elements in it.
  public fileprivate(set) var text = ""
  /// The elements in it.
  public fileprivate(set) var children: [XMLNode] = []

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a document.
  ///
  /// - Returns: its outermost element.
  /// - Throws: if it is no XML.
  public static func parse(_ text: String) throws -> XMLNode {
    let builder = Builder()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw parser.parserError ?? CocoaError(.fileReadCorruptFile)
    }
    return root
  }

  /// The elements of a name in it, at any depth, in their order.
  public func all(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The text of the first element of a name in it.
  public func text(of name: String) -> String? { all(name).first?.text }

  /// Everything in it, in a form of its own in which equal elements are equal.
  public var form: String {
    let listed = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return "\(name)\(listed)\(text)(\(children.map(\.form).joined(separator: ",")))"
  }
}

private final class Builder: NSObject, XMLParserDelegate {
  var root: XMLNode?
  private var open: [XMLNode] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let node = XMLNode(name: name, attributes: attributes)
    open.last?.children.append(node)
    root = root ?? node
    open.append(node)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
