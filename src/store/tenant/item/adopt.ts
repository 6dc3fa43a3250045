import { statement, type Statement } from '../../statement.ts'

/** A published item that has never been at the desk: what an item on its way is made from. */
export type PublishedRow = {
  id: string
  title: string
  docNumber: string | null
  summary: string | null
  issuer: string
  writtenOn: string | null
  publishedAt: number
  theme: string | null
  genre: string | null
  category: string
  validity: string
  attribute: string
  sourceUrl: string | null
  originKey: string | null
  kind: string
  fields: string
  document: string | null
  body: string
  edition: number
  unit: string | null
  matter: string | null
}

/** Reads a published item with everything an edition says. */
export function selectPublished(id: string): Statement {
  return statement(
    `SELECT id, title, doc_number AS docNumber, summary, issuer, written_on AS writtenOn,
       published_at AS publishedAt, theme, genre, category, validity, attribute,
       source_url AS sourceUrl, origin_key AS originKey, kind, fields, document, body, edition,
       unit, matter
     FROM published WHERE id = ?`,
    id,
  )
}
