package import Theatre
package import TypedIndices

/// Goes through the reports that reach a site, day by day.
package struct ReportResolver: Sendable {
  package let theatre: Theatre
  package let sides: IndexedArray<ActorID, SideID>
  package let scale: SupportScale

  package init(_ theatre: Theatre, sides: IndexedArray<ActorID, SideID>) {
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
  package func resolutions(
    _ reports: [ReportInScope], confirmed isConfirmed: Bool = false
  ) -> [(interval: ControlInterval, considered: [Judgement])] {
    var resolutions: [(interval: ControlInterval, considered: [Judgement])] = []
    var accumulator = EvidenceAccumulator(scale)
    var confirmation = Confirmation(scale)
    var silent: [Judgement] = []
    replay(reports) { resolution, resolved in
      guard !resolution.decidedBy.isEmpty else {
        // A report that says nothing about the site is listed with the day before, or with the first.
        if resolutions.isEmpty {
          silent += resolution.considered
        } else {
          resolutions[resolutions.count - 1].considered += resolution.considered
        }
        return
      }
      let state = resolution.state
      let interval = ControlInterval(
        day: resolved.day, state: isConfirmed ? confirmation.add(resolution) : state.ground,
        decidedBy: resolution.decidedBy,
        holderReport: state.holderReport, isDisputed: state.isDisputed,
        lastReport: resolved.day, evidence: accumulator.add(resolution, on: resolved.day))
      resolutions.append((interval, resolution.considered + (resolutions.isEmpty ? silent : [])))
    }
    return resolutions
  }

  /// What speaks for the state after the last day and against it.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `resolutions`.
  package func accumulator(_ reports: [ReportInScope]) -> EvidenceAccumulator {
    var accumulator = EvidenceAccumulator(scale)
    replay(reports) { resolution, resolved in
      if !resolution.decidedBy.isEmpty { _ = accumulator.add(resolution, on: resolved.day) }
    }
    return accumulator
  }

  /// The state after each day on which a report says something, without what speaks for it.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `resolutions`.
  package func states(_ reports: [ReportInScope]) -> [(day: Day, state: GroundState)] {
    var states: [(day: Day, state: GroundState)] = []
    replay(reports) { resolution, resolved in
      if !resolution.decidedBy.isEmpty { states.append((resolved.day, resolution.state.ground)) }
    }
    return states
  }

  /// A day on which reports take effect.
  package struct ResolvedDay {
    package let day: Day
    /// The reports of the day.
    package let reports: Range<Int>
    /// The state after them.
    package let state: ResolutionState
  }

  /// The state after each day.
  ///
  /// - Parameter reports: the reports, by day.
  /// - Complexity: that of `resolutions`.
  package func resolvedDays(of reports: [ReportInScope]) -> [ResolvedDay] {
    var days: [ResolvedDay] = []
    replay(reports) { _, resolved in days.append(resolved) }
    return days
  }

  /// The state after the reports of a day.
  package func state(after reports: ArraySlice<ReportInScope>, from state: ResolutionState)
    -> ResolutionState
  {
    let resolution = resolution(of: reports, from: state)
    return resolution.decidedBy.isEmpty ? state : resolution.state
  }

  /// Decides each day on which a report takes effect, whether it says something about the site or not.
  private func replay(_ reports: [ReportInScope], _ body: (DayResolution, ResolvedDay) -> Void) {
    var state = ResolutionState()
    var start = reports.startIndex
    while start < reports.endIndex {
      let day = reports[start].day
      let end = reports[start...].firstIndex { $0.day != day } ?? reports.endIndex
      let resolution = resolution(of: reports[start..<end], from: state)
      if !resolution.decidedBy.isEmpty { state = resolution.state }
      body(resolution, ResolvedDay(day: day, reports: start..<end, state: state))
      start = end
    }
  }

  private func resolution(of reports: ArraySlice<ReportInScope>, from state: ResolutionState)
    -> DayResolution
  {
    var resolution = DayResolution(state: state, theatre: theatre, sides: sides)
    resolution.decide(reports)
    return resolution
  }
}
