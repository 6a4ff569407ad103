/// Lowers the grade of statements that others of the same article and date speak against.
struct GradingStage: DocumentStage {
  let name = "grading"
  let needs: Set<Layer> = [.statements]
  let gives: Set<Layer> = [.grades]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    document.statements = Grading.withContradictions(document.statements, lexicon.actors)
  }
}
