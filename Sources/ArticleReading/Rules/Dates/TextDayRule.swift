/// What is not dated: what is so now on the day of publication, else the day that the paragraph or
/// the article is about.
struct TextDayRule: DateRule {
  let name = "day of the text"
  let examples = [
    RuleExample(
      "Iraqi forces rested in Mosul on Tuesday. They took Bartella.",
      gives: "bartella 2016-11-08"),
    RuleExample("Islamic State holds Bartella.", gives: "bartella 2016-11-10"),
  ]
  let counterExamples = [
    "Iraqi forces took Bartella on Friday."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    dating.byText(isNow: claim.isState && !claim.isPast || claim.kind == .background)
  }
}
