/// The words that rules ask for by themselves. They come first in the vocabulary, so that the number
/// of each is its raw value; lists of words are classes (`WordClass`).
enum FunctionWord: Int32, CaseIterable {
  case according, after, ago, among, and, `as`, away, before, being, between, both, but, by, can
  case city, day, fighters, fighting, `for`, from, front, had, it, later, left, next, no, of, only
  case our, previous, quarter, river, siege, such, that, the, then, this, those, time, to
  case under, weekend, whether, yesterday
}
