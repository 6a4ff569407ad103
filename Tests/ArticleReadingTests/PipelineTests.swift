import Testing
import Theatre

@testable import ArticleReading

/// If one of these fails, a stage asks for something that no stage before it gives, or the tables
/// and the classes in the code have parted.
@Suite("Stages and tables")
struct PipelineTests {
  @Test("each stage needs what a stage before it gives, and each layer has one giver")
  func order() {
    let pipeline = ReadingPipeline(published: nil)
    #expect(pipeline.faults == [])
    let given = pipeline.stages.reduce(into: Set<Layer>()) { $0.formUnion($1.gives) }
    #expect(given == Set(Layer.allCases))
  }

  @Test("every class is told in classes.csv and has words, and no row names another")
  func classes() {
    let tables = LanguageTables.builtIn
    let known = Set(WordClass.allCases.map { "\($0)" })
    #expect(Set(tables.classes.map(\.name)) == known)
    #expect(tables.classes.count == known.count)
    #expect(Set(tables.words.map(\.wordClass)) == known)
    #expect(WordClass.allCases.count <= WordClasses.capacity)
  }

  @Test("no word stands twice in a class")
  func repeated() {
    var seen: Set<[String]> = []
    let twice = LanguageTables.builtIn.words.filter {
      !seen.insert([$0.word, $0.wordClass]).inserted
    }
    #expect(twice.map(\.word) == [])
  }

  @Test("values are what their classes take")
  func values() {
    for row in LanguageTables.builtIn.words where !row.value.isEmpty {
      switch WordClass(named: row.wordClass) {
      case .compass: #expect(Direction(rawValue: row.value) != nil, "\(row)")
      case .countedUnit: #expect(TimeUnit(rawValue: row.value) != nil, "\(row)")
      default: #expect(Int(row.value) != nil, "\(row)")
      }
    }
  }

  @Test("the words that rules ask for by themselves stand in a table")
  func functionWords() {
    let tables = LanguageTables.builtIn
    let words = Set(tables.words.map(\.word))
    #expect(FunctionWord.allCases.map { "\($0)" }.filter { !words.contains($0) } == [])
  }

  @Test("classes beyond the first sets of bits are kept apart")
  func bits() {
    for wordClass in WordClass.allCases {
      var classes = WordClasses(wordClass)
      #expect(WordClass.allCases.filter { classes.contains($0) } == [wordClass])
      classes.remove(wordClass)
      #expect(classes == [])
    }
  }
}
