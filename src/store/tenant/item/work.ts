import { statement, type Statement } from '../../statement.ts'

/** An item on its way (稿件): its newest edition and where it stands; times are epoch ms. */
export type ItemRow = {
  id: string
  state: string
  edition: number
  isLive: 0 | 1
  title: string
  attribute: string | null
  ground: string | null
  visibility: string
  kind: string
  category: string
  matter: string | null
  unit: string | null
  author: string
  /** JSON: staff ids of all who wrote on this edition */ editors: string
  writtenOn: string | null
  /** last day for publication; null when there is nothing to publish */ publishBy: string | null
  publishAt: number | null
  reassessOn: string | null
  /** why it was sent back, or why a schedule failed */ remark: string | null
  /** JSON: personal data found, with the digest of what was searched */ findings: string | null
  /** JSON: how it ended, for the page that stands in its place */ ending: string | null
  /** what changed in this edition */ note: string | null
  digest: string
  originKey: string | null
  createdAt: number
  updatedAt: number
  /** JSON of an ItemContent */ content: string
}

/** Reads an item on its way. */
export function selectItem(id: string): Statement {
  return statement(
    `SELECT id, state, edition, is_live AS isLive, title, attribute, ground, visibility, kind,
       category, matter, unit, author, editors, written_on AS writtenOn, publish_by AS publishBy,
       publish_at AS publishAt, reassess_on AS reassessOn, remark, findings, ending, note, digest,
       origin_key AS originKey, created_at AS createdAt, updated_at AS updatedAt, content
     FROM item WHERE id = ?`,
    id,
  )
}

/** Reads the number of the last event of an item: the version that writers lock on. */
export function selectItemSeq(id: string): Statement {
  return statement(
    `SELECT seq FROM event WHERE entity = 'item' AND entity_id = ? ORDER BY seq DESC LIMIT 1`,
    id,
  )
}

/** Plans the whole row of an item, new or changed; its author changes by {@link setAuthor} alone. */
export function putItem(row: ItemRow): Statement {
  return statement(
    `INSERT INTO item (id, state, edition, is_live, title, attribute, ground, visibility, kind,
       category, matter, unit, author, editors, written_on, publish_by, publish_at, reassess_on,
       remark, findings, ending, note, digest, origin_key, created_at, updated_at, content)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
       ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
     ON CONFLICT (id) DO UPDATE SET state = ?2, edition = ?3, is_live = ?4, title = ?5,
       attribute = ?6, ground = ?7, visibility = ?8, kind = ?9, category = ?10, matter = ?11,
       unit = ?12, editors = ?14, written_on = ?15, publish_by = ?16,
       publish_at = ?17, reassess_on = ?18, remark = ?19, findings = ?20, ending = ?21, note = ?22,
       digest = ?23, updated_at = ?26, content = ?27`,
    row.id,
    row.state,
    row.edition,
    row.isLive,
    row.title,
    row.attribute,
    row.ground,
    row.visibility,
    row.kind,
    row.category,
    row.matter,
    row.unit,
    row.author,
    row.editors,
    row.writtenOn,
    row.publishBy,
    row.publishAt,
    row.reassessOn,
    row.remark,
    row.findings,
    row.ending,
    row.note,
    row.digest,
    row.originKey,
    row.createdAt,
    row.updatedAt,
    row.content,
  )
}

/** Plans who is the author of an item's edition; seldom, so that no other step writes that index anew. */
export function setAuthor(id: string, author: string): Statement {
  return statement('UPDATE item SET author = ?2 WHERE id = ?1', id, author)
}
