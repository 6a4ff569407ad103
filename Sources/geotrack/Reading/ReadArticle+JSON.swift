internal import ArticleReading
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Theatre
internal import TypedIndices

extension ReadArticle {
  /// Everything that was read; statements that are not proposals only if they are asked for.
  func json(all: Bool) -> JSON {
    var members = [
      JSONMember("article", article),
      JSONMember("proposals", .array(reading.proposals.map(json))),
    ]
    if all {
      members.append(
        JSONMember(
          "others", .array(reading.statements.filter { !$0.kind.isProposed }.map(json))))
    }
    members += [
      JSONMember("unknown_places", .array(reading.unknownPlaces.map(json))),
      JSONMember("measures", .array(reading.measures.map(json))),
      JSONMember("incidents", .array(reading.incidents.map(json))),
      JSONMember("mentions", .array(reading.mentions.map(json))),
      JSONMember("notices", .array(reading.notices.map { json($0) })),
    ]
    return .object(members)
  }

  private var article: JSON {
    .object(
      [
        JSONMember("name", .string(name)),
        JSONMember("title", .optional(reading.title)),
        JSONMember("published", .optional(reading.published.map { "\($0)" })),
        JSONMember("source", .string(source)),
        JSONMember("paragraphs", .int(reading.text.paragraphs.count)),
        JSONMember(
          "header",
          .object(reading.text.header.map { JSONMember($0.key, .string($0.value)) })),
      ])
  }

  private func json(_ statement: Statement) -> JSON {
    let actor = theatre.actors[statement.actor].id
    return .object([
      JSONMember("place", .string(theatre.places[statement.place].id)),
      JSONMember("mention", .string(text(statement.mention))),
      JSONMember("offset", .int(offset(statement.mention))),
      JSONMember("length", .int(length(statement.mention))),
      JSONMember("paragraph", .int(statement.mention.paragraph)),
      JSONMember("offset_in_paragraph", .int(offsetInParagraph(statement.mention))),
      JSONMember("actor", .string(actor)),
      JSONMember("unit", .optional(statement.unit.isEmpty ? nil : statement.unit)),
      JSONMember("status", .string(statement.status.rawValue)),
      JSONMember("date", .optional(statement.date.isEmpty ? nil : statement.date)),
      JSONMember("kind", .string(statement.kind.rawValue)),
      JSONMember("attribution", attribution(statement.attribution)),
      JSONMember("certainty", .string(statement.certainty)),
      JSONMember("credibility", .int(statement.credibility.rawValue)),
      JSONMember("reasons", .strings(statement.reasons)),
      JSONMember("verb", .string(text(statement.verb))),
      JSONMember("verb_offset", .int(offset(statement.verb))),
      JSONMember("sentence_offset", .int(offset(statement.sentence))),
      JSONMember("sentence_length", .int(length(statement.sentence))),
    ])
  }

  private func attribution(_ attribution: Attribution?) -> JSON {
    guard let attribution else { return .null }
    return ["kind": .string(attribution.kind.rawValue), "words": .string(attribution.words)]
  }

  private func json(_ place: UnknownPlace) -> JSON {
    [
      "name": .string(place.name),
      "kind": .optional(place.kind.isEmpty ? nil : place.kind),
      "offset": .int(offset(place.span)),
      "length": .int(length(place.span)),
      "paragraph": .int(place.span.paragraph),
    ]
  }

  private func json(_ mention: Mention) -> JSON {
    [
      "place": .string(theatre.places[mention.place].id),
      "mention": .string(text(mention.span)),
      "offset": .int(offset(mention.span)),
      "length": .int(length(mention.span)),
      "paragraph": .int(mention.span.paragraph),
      "is_reference": .bool(mention.isReference),
    ]
  }

  private func json(_ measure: StatedMeasure) -> JSON {
    .object(
      measureRow(measure, id: "").sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map {
        JSONMember($0.key, .string($0.value))
      } + position(measure.span))
  }

  private func json(_ incident: StatedIncident) -> JSON {
    .object(
      [
        JSONMember("kind", .string(incident.kind)),
        JSONMember("place", .string(theatre.places[incident.place].id)),
        JSONMember("date", .optional(incident.date.isEmpty ? nil : incident.date)),
        JSONMember("words", .string(text(incident.span))),
        JSONMember("paragraph", .int(incident.span.paragraph)),
      ] + position(incident.span))
  }

  private func position(_ span: TextSpan) -> [JSONMember] {
    [JSONMember("offset", .int(offset(span))), JSONMember("length", .int(length(span)))]
  }

  private func json(_ notice: ArticleText.Notice) -> JSON {
    ["kind": .string(notice.kind.rawValue), "message": .string(notice.message)]
  }

  /// The places named, as points with where in the text they stand.
  func addMentions(to writer: inout FeatureWriter) {
    let proposals = Dictionary(grouping: reading.proposals, by: \.mention)
    for mention in reading.mentions {
      let place = theatre.places[mention.place]
      let said = proposals[mention.span] ?? []
      writer.append(
        Feature(
          .point(place.position),
          properties: [
            JSONMember("place", .string(place.id)),
            JSONMember("name", .string(place.name)),
            JSONMember("article", .string(source)),
            JSONMember("mention", .string(text(mention.span))),
            JSONMember("paragraph", .int(mention.span.paragraph)),
            JSONMember("offset", .int(offset(mention.span))),
            JSONMember("length", .int(length(mention.span))),
            JSONMember("is_reference", .bool(mention.isReference)),
            JSONMember(
              "proposals",
              .strings(
                said.map {
                  "\(theatre.actors[$0.actor].id) \($0.status.rawValue) \($0.date)"
                })),
          ]))
    }
  }
}
