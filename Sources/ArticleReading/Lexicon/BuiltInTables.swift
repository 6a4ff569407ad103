extension LanguageTables {
  /// The tables that come with geotrack.
  static let builtIn: LanguageTables = {
    let (tables, diagnostics) = read { name in
      switch name {
      case "abbreviations.csv": PackageResources.abbreviations_csv
      case "classes.csv": PackageResources.classes_csv
      case "endings.csv": PackageResources.endings_csv
      case "forces.csv": PackageResources.forces_csv
      case "grammar.csv": PackageResources.grammar_csv
      case "incidents.csv": PackageResources.incidents_csv
      case "kinds.csv": PackageResources.kinds_csv
      case "moods.csv": PackageResources.moods_csv
      case "placewords.csv": PackageResources.placewords_csv
      case "quantities.csv": PackageResources.quantities_csv
      case "speech.csv": PackageResources.speech_csv
      case "times.csv": PackageResources.times_csv
      case "verbs.csv": PackageResources.verbs_csv
      default: preconditionFailure("there is no table \(name)")
      }
    }
    precondition(diagnostics.isEmpty, "the built-in tables are right: \(diagnostics)")
    return tables
  }()
}
