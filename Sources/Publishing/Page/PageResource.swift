/// The source of the page, which is part of the program: the files of `Resources`, by name.
enum PageResource {
  /// Returns a file.
  ///
  /// - Precondition: there is a file of that name.
  static func text(of name: String) -> String {
    guard let bytes = files[name] else { preconditionFailure("the page has no file \(name)") }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let files: [String: [UInt8]] = [
    "announce.js": PackageResources.announce_js,
    "changes.js": PackageResources.changes_js,
    "chart.js": PackageResources.chart_js,
    "colors.js": PackageResources.colors_js,
    "comparison.js": PackageResources.comparison_js,
    "days.js": PackageResources.days_js,
    "dom.js": PackageResources.dom_js,
    "dots.js": PackageResources.dots_js,
    "fold.js": PackageResources.fold_js,
    "fronts.js": PackageResources.fronts_js,
    "ground.js": PackageResources.ground_js,
    "history.js": PackageResources.history_js,
    "keyboard.js": PackageResources.keyboard_js,
    "labels.js": PackageResources.labels_js,
    "legend.js": PackageResources.legend_js,
    "link.js": PackageResources.link_js,
    "main.js": PackageResources.main_js,
    "map.css": PackageResources.map_css,
    "map.html": PackageResources.map_html,
    "packed.js": PackageResources.packed_js,
    "paints.js": PackageResources.paints_js,
    "panels.js": PackageResources.panels_js,
    "patterns.js": PackageResources.patterns_js,
    "pick.js": PackageResources.pick_js,
    "picture.js": PackageResources.picture_js,
    "player.js": PackageResources.player_js,
    "scene.js": PackageResources.scene_js,
    "search.js": PackageResources.search_js,
    "stage.js": PackageResources.stage_js,
    "svg.js": PackageResources.svg_js,
    "tally.js": PackageResources.tally_js,
    "theatre.js": PackageResources.theatre_js,
    "theme.js": PackageResources.theme_js,
    "timeline.js": PackageResources.timeline_js,
    "topology.js": PackageResources.topology_js,
    "view.js": PackageResources.view_js,
    "why.js": PackageResources.why_js,
    "words.js": PackageResources.words_js,
  ]
}
