/// What stands from one position up to another, which is not part of it; nothing, at `start`, if
/// `end` lies before it.
///
/// Two positions that were found in a text need not stand in the order in which a rule expects
/// them: in "pushed and drove the fighters out of X" the phrase of the first verb ends behind the
/// second. So every stretch between two found positions is made here.
func stretch(from start: Int, to end: Int) -> Range<Int> { start..<max(start, end) }
