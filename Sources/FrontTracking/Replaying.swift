internal import Theatre

/// Goes through the reports that reach a ground, day by day.
struct Replaying: Sendable {
  let theatre: Theatre
  let sides: [String]
  let scale: SupportScale

  init(_ theatre: Theatre, sides: [String]) {
    self.theatre = theatre
    self.sides = sides
    scale = SupportScale(theatre, sides: sides)
  }

  /// The decision of each day on which a report says something.
  ///
  /// - Parameters:
  ///   - reports: the reports, by day.
  ///   - isConfirmed: whether of each state only what two independent sources say is left.
  /// - Complexity: O(*n*) for *n* reports; O(*k*²) for *k* of one day.
  func rounds(
    _ reports: [Applicable], confirmed isConfirmed: Bool = false
  ) -> [(entry: Chronicle.Entry, considered: [Judgement])] {
    var rounds: [(entry: Chronicle.Entry, considered: [Judgement])] = []
    var testimony = Testimony(scale)
    var confirmation = Confirmation(scale)
    var silent: [Judgement] = []
    replay(reports) { round, turn in
      guard !round.decidedBy.isEmpty else {
        // What says nothing about the ground is told with the round before, or the first.
        if rounds.isEmpty {
          silent += round.considered
        } else {
          rounds[rounds.count - 1].considered += round.considered
        }
        return
      }
      let situation = round.situation
      let entry = Chronicle.Entry(
        day: turn.day, state: isConfirmed ? confirmation.hear(round) : situation.state,
        decidedBy: round.decidedBy,
        holderReport: situation.holderReport, isDisputed: situation.isDisputed,
        lastReport: turn.day, evidence: testimony.hear(round, on: turn.day))
      rounds.append((entry, round.considered + (rounds.isEmpty ? silent : [])))
    }
    return rounds
  }

  /// What speaks for the state after the last day and against it.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `rounds`.
  func testimony(_ reports: [Applicable]) -> Testimony {
    var testimony = Testimony(scale)
    replay(reports) { round, turn in
      if !round.decidedBy.isEmpty { _ = testimony.hear(round, on: turn.day) }
    }
    return testimony
  }

  /// The state after each day on which a report says something, without what speaks for it.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `rounds`.
  func states(_ reports: [Applicable]) -> [(day: Day, state: GroundState)] {
    var states: [(day: Day, state: GroundState)] = []
    replay(reports) { round, turn in
      if !round.decidedBy.isEmpty { states.append((turn.day, round.situation.state)) }
    }
    return states
  }

  /// A day on which reports take effect.
  struct Turn {
    let day: Day
    /// The reports of the day.
    let reports: Range<Int>
    /// What is so after them.
    let situation: Situation
  }

  /// What is so after each day.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `rounds`.
  func course(of reports: [Applicable]) -> [Turn] {
    var turns: [Turn] = []
    replay(reports) { _, turn in turns.append(turn) }
    return turns
  }

  /// What is so after the reports of a day.
  func situation(after reports: ArraySlice<Applicable>, from situation: Situation) -> Situation {
    let round = round(of: reports, from: situation)
    return round.decidedBy.isEmpty ? situation : round.situation
  }

  /// Decides each day on which a report takes effect, whether it says something of the ground or not.
  private func replay(_ reports: [Applicable], _ body: (Round, Turn) -> Void) {
    var situation = Situation()
    var start = reports.startIndex
    while start < reports.endIndex {
      let day = reports[start].day
      let end = reports[start...].firstIndex { $0.day != day } ?? reports.endIndex
      let round = round(of: reports[start..<end], from: situation)
      if !round.decidedBy.isEmpty { situation = round.situation }
      body(round, Turn(day: day, reports: start..<end, situation: situation))
      start = end
    }
  }

  private func round(of reports: ArraySlice<Applicable>, from situation: Situation) -> Round {
    var round = Round(situation: situation, theatre: theatre, sides: sides)
    round.decide(reports)
    return round
  }
}

extension Chronicle.Entry {
  /// The same reports with another state, or from another day on.
  func with(_ state: GroundState, from day: Day) -> Chronicle.Entry {
    Chronicle.Entry(
      day: day, state: state, decidedBy: decidedBy, holderReport: holderReport,
      isDisputed: isDisputed, lastReport: lastReport, evidence: evidence,
      alternatives: alternatives)
  }
}
