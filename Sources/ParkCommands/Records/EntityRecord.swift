import ParkGraph

/// An entity in JSON.
///
/// `list` leaves out the incoming relations.
struct EntityRecord: Encodable {
  var id: String
  var kind: String
  var form: String?
  var label: String
  var names: [NameRecord]
  var country: String?
  var latitude: Double?
  var longitude: Double?
  var period: QualifiersRecord?
  var parties: [PartyRecord]?
  var batches: [BatchRecord]?
  var figures: [FigureRecord]?
  var identifiers: [String: String]?
  var relations: [RelationRecord]
  var agreements: [ReferenceRecord]?
  var note: String?

  init(_ entity: Entity, in links: EntityLinks, language: LanguageTag, withIncoming: Bool) {
    let graph = links.graph
    let profile = entity.profile
    id = entity.id.rawValue
    kind = entity.kind.rawValue
    form = entity.form
    label = entity.name(in: language)
    names = profile.names.map(NameRecord.init)
    country = entity.country?.value.rawValue
    latitude = entity.coordinates?.value.latitude
    longitude = entity.coordinates?.value.longitude
    period = profile.period.map(QualifiersRecord.init)
    parties = entity.agreement?.parties.map {
      PartyRecord($0, in: graph, language: language)
    }
    batches = entity.programme.map { programme in
      programme.batches.map { batch in
        BatchRecord(
          number: batch.value.number, size: batch.value.size, unit: batch.value.unit,
          named: links.members(ofBatch: batch.value.number, of: entity.id).map {
            ReferenceRecord($0.id, in: graph, language: language)
          }, qualifiers: QualifiersRecord(batch.qualifiers))
      }
    }
    figures = profile.figures.isEmpty ? nil : profile.figures.map(FigureRecord.init)
    identifiers =
      profile.identifiers.isEmpty
      ? nil
      : Dictionary(
        profile.identifiers.map { ($0.value.scheme.rawValue, $0.value.value) },
        uniquingKeysWith: { first, _ in first })
    relations = profile.relations.map {
      RelationRecord(
        $0, other: $0.value.object, isOutgoing: true, in: graph, language: language)
    }
    if withIncoming {
      relations += links.incoming(to: entity.id).map {
        RelationRecord(
          $0.relation, other: $0.subject, isOutgoing: false, in: graph, language: language)
      }
      let agreements = links.agreements(of: entity.id).map {
        ReferenceRecord($0, in: graph, language: language)
      }
      self.agreements = agreements.isEmpty ? nil : agreements
    }
    note = profile.note
  }
}

/// What leads to entities: relations, agreements and batches, gathered once for a graph.
struct EntityLinks {
  let graph: ParkGraph
  private var relations: [EntityID: [(subject: EntityID, relation: Statement<Relation>)]] = [:]
  private var agreements: [EntityID: [EntityID]] = [:]

  init(_ graph: ParkGraph) {
    self.graph = graph
    for entity in graph.entities {
      for relation in entity.profile.relations {
        relations[relation.value.object, default: []].append((entity.id, relation))
      }
      for party in entity.agreement?.parties ?? [] {
        if let id = party.value.entity { agreements[id, default: []].append(entity.id) }
      }
    }
  }

  /// The relations that lead to an entity, by their subjects.
  func incoming(
    to id: EntityID
  ) -> [(subject: EntityID, relation: Statement<Relation>)] {
    relations[id] ?? []
  }

  /// The agreements that an entity is party to.
  func agreements(of id: EntityID) -> [EntityID] { agreements[id] ?? [] }

  /// The agreements, parks or bodies that belong to a batch of a programme, with how certain that is.
  func members(
    ofBatch number: Int, of programme: EntityID
  ) -> [(id: EntityID, certainty: Certainty)] {
    incoming(to: programme).filter { $0.relation.value.batch == number }
      .map { ($0.subject, $0.relation.qualifiers.certainty) }
  }
}
