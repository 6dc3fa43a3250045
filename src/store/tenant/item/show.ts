import type { ItemFile, PublishedItem } from '../../../domain/item/item.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { fileList } from './file-list.ts'
import { shownOn } from './shown-on.ts'

/** A published item with everything its page shows beside the metadata. */
export type FullItem = PublishedItem & {
  docid: number
  body: string
  sourceUrl: string | null
  edition: number
  /** last day before the public */ shownUntil: string | null
  /** JSON of what lists show of it */ listed: string | null
  /** JSON of its tree; null when only plain text is kept */ document: string | null
  /** JSON of the fields of its kind */ fields: string
}

/** An item of the same theme or column. */
export type RelatedItem = PublishedItem & { listed: string | null }

/** A neighbour in the order of publication. */
export type ItemLink = { id: string; title: string }

/** A published clarification that concerns the item (澄清提示). */
export type ItemClarification = { id: string; claim: string; publishedAt: number }

/** Another item that explains this one (相关解读), or that this one explains (解读的文件). */
export type ItemInterpretation = { id: string; title: string; way: 'explains' | 'explained-by' }

/** A carrier besides the website on which the item was made public (公开载体). */
export type ItemCarrier = { channel: string; on: string; place: string | null }

/** How an item was repealed (废止): its day, the reason, and what holds now as far as it is public. */
export type ItemRepeal = { on: string; reason: string; by: ItemLink | null }

/** What the register says of a normative document (统一编号、施行日期、有效期); null: not fixed. */
export type ItemTerm = {
  number: string | null
  state: string
  inForce: 0 | 1
  effectiveOn: LocalDate | null
  expiresOn: LocalDate | null
}

/** What the page of one item needs, read in one round trip. */
export type ItemReading = {
  item: FullItem | null
  files: ItemFile[]
  previous: ItemLink | null
  next: ItemLink | null
  related: RelatedItem[]
  clarifications: ItemClarification[]
  interpretations: ItemInterpretation[]
  /** ids of matters of the standard catalogue */
  matters: string[]
  channels: ItemCarrier[]
  repeal: ItemRepeal | null
  term: ItemTerm | null
}

const relatedRows = 4

/** Named by their place alone: four related ones would spell out each name four times. */
const selected = `published.id, published.index_number, published.doc_number, published.title,
  published.summary, published.issuer, published.written_on, published.published_at, published.theme,
  published.genre, published.category, published.validity, published.attribute, published.kind,
  published.listed`

const related = `p.id, p.index_number, p.doc_number, p.title, p.summary, p.issuer, p.written_on,
  p.published_at, p.theme, p.genre, p.category, p.validity, p.attribute, p.kind, p.listed`

/**
 * Files are listed in the row; they are read one by one where they were not all to be fetched when they
 * were counted. The body comes beside the JSON: it may be as long as a text of D1 can be.
 */
const reading = `SELECT published.body, published.document, published.fields, json_array(
    json_array(${selected}), json_array(docid, source_url, edition, shown_until),
    json(CASE WHEN coalesce(json_array_length(file_list), 0) = files THEN file_list
      ELSE ${fileList} END),
    json((SELECT json_object('id', id, 'title', title) FROM published p
      WHERE docid < published.docid AND ${shownOn} ORDER BY docid DESC LIMIT 1)),
    json((SELECT json_object('id', id, 'title', title) FROM published p
      WHERE docid > published.docid AND ${shownOn} ORDER BY docid LIMIT 1)),
    json((SELECT json_group_array(json(r.facts)) FROM (
      SELECT json_array(${related}) AS facts
      FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
      WHERE s.published_search MATCH
        'facet : ' || coalesce('t' || lower(hex(published.theme)), 'c' || lower(hex(published.category)))
        AND ${shownOn}
      ORDER BY s.rowid DESC LIMIT ?2 + 0) r)),
    json((SELECT json_group_array(json_object('id', c.id, 'claim', c.claim,
        'publishedAt', c.listed_at))
      FROM (SELECT clarification_id FROM clarification_item WHERE item_id = published.id LIMIT 20) x
      JOIN clarification c ON c.id = x.clarification_id AND c.listed_at IS NOT NULL)),
    json((SELECT json_group_array(json_object('id', p.id, 'title', p.title, 'way', i.way))
      FROM (SELECT of_item_id AS id, 'explains' AS way FROM interpretation WHERE item_id = published.id
        UNION ALL SELECT item_id, 'explained-by' FROM interpretation WHERE of_item_id = published.id
        LIMIT 40) i
      JOIN published p ON p.id = i.id AND ${shownOn})),
    json((SELECT json_group_array(matter) FROM item_matter WHERE item_id = published.id)),
    json((SELECT json_group_array(json_object('channel', k.channel, 'on', k.on_day,
        'place', k.place))
      FROM (SELECT * FROM item_channel WHERE item_id = published.id ORDER BY on_day LIMIT 50) k)),
    json((SELECT json_object('on', e.ending ->> 'on', 'reason', e.ending ->> 'reason', 'by',
        json((SELECT json_object('id', p.id, 'title', p.title) FROM published p
          WHERE p.id = e.ending ->> 'target' AND ${shownOn})))
      FROM item e WHERE published.validity = 'repealed' AND e.id = published.id AND e.ending ->> 'kind' = 'repealed')),
    json((SELECT json_object('number', n.number, 'state', n.state, 'inForce', n.in_force,
        'effectiveOn', n.effective_on, 'expiresOn', n.expires_on)
      FROM norm_document n WHERE n.item_id = published.id AND n.published_on IS NOT NULL))
    ) AS beside
  FROM published WHERE published.id = ?1`

type Facts = [
  id: string,
  indexNumber: string,
  docNumber: string | null,
  title: string,
  summary: string | null,
  issuer: string,
  writtenOn: string | null,
  publishedAt: number,
  theme: string | null,
  genre: string | null,
  category: string,
  validity: string,
  attribute: string,
  kind: string,
  listed: string | null,
]

type Beside = [
  facts: Facts,
  own: [docid: number, sourceUrl: string | null, edition: number, shownUntil: string | null],
  files: ItemFile[] | null,
  previous: ItemLink | null,
  next: ItemLink | null,
  related: Facts[],
  clarifications: ItemClarification[],
  interpretations: ItemInterpretation[],
  matters: string[],
  channels: ItemCarrier[],
  repeal: ItemRepeal | null,
  term: ItemTerm | null,
]

const nothing: ItemReading = {
  item: null,
  files: [],
  previous: null,
  next: null,
  related: [],
  clarifications: [],
  interpretations: [],
  matters: [],
  channels: [],
  repeal: null,
  term: null,
}

/** Reads an item with its attachments, neighbours and the newest of its theme (or of its column). */
export async function readItem(db: D1Database, id: string, today: LocalDate): Promise<ItemReading> {
  const [row] = await db
    .prepare(reading)
    .bind(id, relatedRows, today)
    .raw<[body: string, document: string | null, fields: string, beside: string]>()
  if (row === undefined) return nothing
  const [body, document, fields, beside] = row
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of the value follows from its SQL alone
  const [facts, own, files, previous, next, others, ...more] = JSON.parse(beside) as Beside
  const [docid, sourceUrl, edition, shownUntil] = own
  const [clarifications, interpretations, matters, channels, repeal, term] = more
  return {
    item: { ...factsOf(facts), docid, sourceUrl, edition, shownUntil, body, document, fields },
    files: files ?? [],
    previous,
    next,
    related: others.map(factsOf),
    clarifications,
    interpretations,
    matters,
    channels,
    repeal,
    term,
  }
}

function factsOf(read: Facts): RelatedItem {
  return {
    id: read[0],
    indexNumber: read[1],
    docNumber: read[2],
    title: read[3],
    summary: read[4],
    issuer: read[5],
    writtenOn: read[6],
    publishedAt: read[7],
    theme: read[8],
    genre: read[9],
    category: read[10],
    validity: read[11],
    attribute: read[12],
    kind: read[13],
    listed: read[14],
  }
}
