internal import MapFeatures

/// The source of the page, which is part of the program: the files of `src`, by path.
enum PageResource {
  /// Returns the text of a file, by its path below `src`.
  ///
  /// - Precondition: there is a file of that path.
  static func text(of path: String) -> String {
    guard let bytes = files[path] else { preconditionFailure("the page has no file \(path)") }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let files: [String: [UInt8]] = [
    "data/confidence.js": PackageResources.confidence_js,
    "data/days.js": PackageResources.days_js,
    "data/history.js": PackageResources.history_js,
    "data/packed.js": PackageResources.packed_js,
    "data/theatre.js": PackageResources.theatre_js,
    "data/topology.js": PackageResources.topology_js,
    "main.js": PackageResources.main_js,
    "map.css": PackageResources.map_css,
    "map.html": PackageResources.map_html,
    "model/fold.js": PackageResources.fold_js,
    "model/link.js": PackageResources.link_js,
    "model/pick.js": PackageResources.pick_js,
    "model/player.js": PackageResources.player_js,
    "model/scene.js": PackageResources.scene_js,
    "model/tally.js": PackageResources.tally_js,
    "model/view.js": PackageResources.view_js,
    "model/words.js": PackageResources.words_js,
    "paint/colors.js": PackageResources.colors_js,
    "paint/dots.js": PackageResources.dots_js,
    "paint/fronts.js": PackageResources.fronts_js,
    "paint/ground.js": PackageResources.ground_js,
    "paint/labels.js": PackageResources.labels_js,
    "paint/paints.js": PackageResources.paints_js,
    "paint/patterns.js": PackageResources.patterns_js,
    "paint/picture.js": PackageResources.picture_js,
    "paint/stage.js": PackageResources.stage_js,
    "paint/svg.js": PackageResources.svg_js,
    "panels/announce.js": PackageResources.announce_js,
    "panels/changes.js": PackageResources.changes_js,
    "panels/chart.js": PackageResources.chart_js,
    "panels/comparison.js": PackageResources.comparison_js,
    "panels/dom.js": PackageResources.dom_js,
    "panels/keyboard.js": PackageResources.keyboard_js,
    "panels/legend.js": PackageResources.legend_js,
    "panels/panels.js": PackageResources.panels_js,
    "panels/search.js": PackageResources.search_js,
    "panels/theme.js": PackageResources.theme_js,
    "panels/timeline.js": PackageResources.timeline_js,
    "panels/why.js": PackageResources.why_js,
  ]
}
