import type { ItemFile, PublishedItem } from '../../domain/item/item.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
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
}

const relatedRows = 4

const facts = `json_object('id', q.id, 'indexNumber', q.index_number, 'docNumber', q.doc_number,
  'title', q.title, 'summary', q.summary, 'issuer', q.issuer, 'writtenOn', q.written_on,
  'publishedAt', q.published_at, 'theme', q.theme, 'genre', q.genre, 'category', q.category,
  'validity', q.validity, 'attribute', q.attribute, 'kind', q.kind, 'listed', q.listed`

/** Files stand as the edition has them. The body comes beside the JSON: it may be as long as a text of D1 can be. */
const reading = `SELECT q.body AS body, q.document AS document, q.fields AS fields, json_array(
    ${facts}, 'docid', q.docid, 'sourceUrl', q.source_url, 'edition', q.edition,
      'shownUntil', q.shown_until),
    json((SELECT json_group_array(json_object('id', f.id, 'name', f.name, 'bytes', f.bytes,
        'mediaType', f.media_type, 'sha256', f.sha256))
      FROM (SELECT k.* FROM item_file k
        LEFT JOIN json_each((SELECT e.content ->> '$.attachments' FROM edition e
          WHERE q.files > 1 AND e.item_id = q.id AND e.n = q.edition)) a ON a.value ->> 'id' = k.id
        WHERE k.item_id = q.id AND k.live = 1 AND k.scan = 'clean'
        ORDER BY a.key, k.id LIMIT 50) f)),
    json((SELECT json_object('id', id, 'title', title) FROM published p
      WHERE docid < q.docid AND ${shownOn} ORDER BY docid DESC LIMIT 1)),
    json((SELECT json_object('id', id, 'title', title) FROM published p
      WHERE docid > q.docid AND ${shownOn} ORDER BY docid LIMIT 1)),
    json((SELECT json_group_array(json(r.facts)) FROM (
      SELECT ${facts}) AS facts
      FROM published_search s CROSS JOIN published q ON q.docid = s.rowid
      WHERE s.published_search MATCH
        'facet : ' || (SELECT coalesce('t' || lower(hex(theme)), 'c' || lower(hex(category)))
          FROM published WHERE id = ?1)
        AND (q.shown_until IS NULL OR q.shown_until >= ?3)
      ORDER BY s.rowid DESC LIMIT ?2) r)),
    json((SELECT json_group_array(json_object('id', c.id, 'claim', c.claim,
        'publishedAt', c.listed_at))
      FROM (SELECT clarification_id FROM clarification_item WHERE item_id = q.id LIMIT 20) x
      JOIN clarification c ON c.id = x.clarification_id AND c.listed_at IS NOT NULL)),
    json((SELECT json_group_array(json_object('id', p.id, 'title', p.title, 'way', i.way))
      FROM (SELECT of_item_id AS id, 'explains' AS way FROM interpretation WHERE item_id = q.id
        UNION ALL SELECT item_id, 'explained-by' FROM interpretation WHERE of_item_id = q.id
        LIMIT 40) i
      JOIN published p ON p.id = i.id AND ${shownOn})),
    json((SELECT json_group_array(matter) FROM item_matter WHERE item_id = q.id)),
    json((SELECT json_group_array(json_object('channel', k.channel, 'on', k.on_day,
        'place', k.place))
      FROM (SELECT * FROM item_channel WHERE item_id = q.id ORDER BY on_day LIMIT 50) k)),
    json((SELECT json_object('on', e.ending ->> 'on', 'reason', e.ending ->> 'reason', 'by',
        json((SELECT json_object('id', p.id, 'title', p.title) FROM published p
          WHERE p.id = e.ending ->> 'target' AND ${shownOn})))
      FROM item e WHERE q.validity = 'repealed' AND e.id = q.id AND e.ending ->> 'kind' = 'repealed'))
    ) AS beside
  FROM published q WHERE q.id = ?1`

type Beside = [
  item: Omit<FullItem, 'body' | 'document' | 'fields'>,
  files: ItemFile[],
  previous: ItemLink | null,
  next: ItemLink | null,
  related: RelatedItem[],
  clarifications: ItemClarification[],
  interpretations: ItemInterpretation[],
  matters: string[],
  channels: ItemCarrier[],
  repeal: ItemRepeal | null,
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
  const [item, ...rest] = JSON.parse(beside) as Beside
  const [files, previous, next, related, clarifications, ...more] = rest
  const [interpretations, matters, channels, repeal] = more
  const full = { ...item, body, document, fields }
  const besides = { clarifications, interpretations, matters, channels, repeal }
  return { item: full, files, previous, next, related, ...besides }
}
