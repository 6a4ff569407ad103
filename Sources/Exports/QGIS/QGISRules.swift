internal import MapFeatures

/// How QGIS draws a layer: each rule whose filter lets a feature through draws it, the first at the
/// bottom. Rules are what the legend lists.
struct QGISRule: Sendable {
  /// What the legend says.
  let label: String
  /// An expression; nil for every feature.
  let filter: String?
  let symbol: QGISSymbol
}

/// Which features get a label, and how.
struct QGISLabelRule: Sendable {
  let name: String
  let filter: String
  /// The smallest scale at which it is shown, as the denominator; nil for every scale.
  let fromScale: Int?
  /// The size of the letters in points.
  let size: Double
  let isBold: Bool
  /// From 0 to 10: who keeps the place where labels collide.
  let priority: Int
}

/// The whole style of a layer.
struct QGISLayerStyle: Sendable {
  let rules: [QGISRule]
  var labels: [QGISLabelRule] = []
  /// Whether its features have a period, in the columns `start` and `end`.
  let isTemporal: Bool
  /// What a pointer over a feature shows, as HTML with expressions; nil for nothing.
  var mapTip: String?
  /// The expression that names a feature in lists; nil leaves it to QGIS.
  var displayExpression: String?
}

extension QGISRule {
  /// Writes a rule in QGIS' words. What the legend says may be a name of the data.
  init(_ rule: StyleRule) {
    label = QGISExpression.inert(rule.label)
    filter = rule.condition.map(QGISExpression.filter)
    symbol = QGISSymbol(rule.symbol)
  }
}

extension QGISLayerStyle {
  /// Writes a style in QGIS' words.
  ///
  /// - Parameter isTemporal: whether the layer's features have a period.
  init(_ style: LayerStyle, isTemporal: Bool) {
    self.init(
      rules: style.rules.map(QGISRule.init), isTemporal: isTemporal,
      mapTip: style.tip.map(QGISExpression.tip),
      displayExpression: style.nameColumn.map { "\"\($0)\"" })
  }
}

extension XMLWriter {
  /// Writes the parts of a style in the form that a project, a layer definition and a QML file share.
  mutating func style(_ style: QGISLayerStyle) {
    temporal(style.isTemporal)
    renderer(style.rules)
    if !style.labels.isEmpty { labeling(style.labels) }
    if let expression = style.displayExpression {
      element("previewExpression", text: expression)
    }
    if let tip = style.mapTip { element("mapTip", ["enabled": "1"], text: tip) }
  }

  /// Writes how a layer's features last: from `start` up to, and without, `end`.
  private mutating func temporal(_ isTemporal: Bool) {
    element(
      "temporal",
      [
        "enabled": isTemporal ? "1" : "0", "mode": "2", "startField": isTemporal ? "start" : "",
        "endField": isTemporal ? "end" : "", "limitMode": "0", "accumulate": "0",
        "fixedDuration": "0", "durationUnit": "d", "durationField": "", "startExpression": "",
        "endExpression": "",
      ])
  }

  private mutating func renderer(_ rules: [QGISRule]) {
    element(
      "renderer-v2",
      [
        "type": "RuleRenderer", "symbollevels": "0", "enableorderby": "0", "forceraster": "0",
        "referencescale": "-1",
      ]
    ) { xml in
      xml.element("rules", ["key": "{all}"]) { xml in
        for (index, rule) in rules.enumerated() {
          var attributes = [("key", "{rule-\(index)}"), ("symbol", "\(index)")]
          attributes.append(("label", rule.label))
          if let filter = rule.filter { attributes.append(("filter", filter)) }
          xml.element("rule", attributes: attributes)
        }
      }
      xml.element("symbols") { xml in
        for (index, rule) in rules.enumerated() { xml.symbol(rule.symbol, name: "\(index)") }
      }
    }
  }

  private mutating func labeling(_ rules: [QGISLabelRule]) {
    element("labeling", ["type": "rule-based"]) { xml in
      xml.element("rules", ["key": "{all}"]) { xml in
        for (index, rule) in rules.enumerated() {
          var attributes = [
            ("key", "{label-\(index)}"), ("description", rule.name), ("filter", rule.filter),
          ]
          if let scale = rule.fromScale { attributes.append(("scalemaxdenom", "\(scale)")) }
          xml.element("rule", attributes: attributes) { $0.labelSettings(rule) }
        }
      }
    }
  }

  private mutating func labelSettings(_ rule: QGISLabelRule) {
    element("settings", ["calloutType": "simple"]) { xml in
      let text = [("fieldName", "name"), ("isExpression", "0")]
      xml.element(
        "text-style", attributes: text + Self.letters(rule.size, rule.isBold)
      ) { $0.halo() }
      xml.element("text-format", ["multilineAlign": "3", "wrapChar": ""])
      // Beside the point (6 is "around point, in a given order"), a little away from it.
      xml.element(
        "placement",
        [
          "placement": "6", "predefinedPositionOrder": "R,TR,BR,TSR,BSR,L,TL,BL", "dist": "1.2",
          "distUnits": "MM", "offsetType": "1", "priority": "\(rule.priority)",
        ])
      xml.element(
        "rendering",
        [
          "drawLabels": "1", "displayAll": "0", "obstacle": "1", "obstacleFactor": "1",
          "unplacedVisibility": "0",
        ])
    }
  }

  private mutating func halo() {
    element(
      "text-buffer",
      [
        "bufferDraw": "1", "bufferSize": "0.7", "bufferSizeUnits": "MM",
        "bufferColor": "255,255,255,255", "bufferOpacity": "0.85", "bufferNoFill": "1",
        "bufferJoinStyle": "128",
      ])
  }

  /// The letters of labels. No font is named, so that none can be missing: it is that of the program.
  static func letters(_ size: Double, _ isBold: Bool) -> [(String, String)] {
    [
      ("fontSize", "\(size)"), ("fontSizeUnit", "Point"), ("fontWeight", isBold ? "75" : "50"),
      ("textColor", MapStyle.ink), ("textOpacity", "1"), ("allowHtml", "0"),
      ("textOrientation", "horizontal"), ("multilineHeight", "1"), ("capitalization", "0"),
    ]
  }
}
