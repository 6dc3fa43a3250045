import { statement, type Statement } from '../../statement.ts'
import type { NewItem } from './publish.ts'

/**
 * Plans that a new edition takes the place of the one the public reads (发布新版本): address, index
 * number, day of publication and place in the lists stay.
 */
export function republishItem(item: NewItem): Statement[] {
  return [
    statement(
      `UPDATE published SET doc_number = ?2, title = ?3, issuer = ?4, written_on = ?5,
         category = ?6, theme = ?7, genre = ?8, validity = ?9, source_url = ?10, summary = ?11,
         body = ?12, kind = ?13, document = ?14, fields = ?15, edition = ?16, unit = ?17,
         matter = ?18, files_text = ?19, listed = ?20, shown_until = ?21
       WHERE id = ?1`,
      item.id,
      item.docNumber,
      item.title,
      item.issuer,
      item.writtenOn,
      item.category,
      item.theme,
      item.genre,
      item.validity,
      item.sourceUrl,
      item.summary,
      item.body,
      item.kind,
      item.document ?? null,
      item.fields ?? '{}',
      item.edition ?? 1,
      item.unit ?? null,
      item.matter ?? null,
      item.filesText ?? null,
      item.listed ?? null,
      item.shownUntil ?? null,
    ),
    statement(
      'DELETE FROM published_search WHERE rowid = (SELECT docid FROM published WHERE id = ?)',
      item.id,
    ),
    statement(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT docid, ?2 || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), ?3 FROM published WHERE id = ?1`,
      item.id,
      item.facets,
      item.grams(),
    ),
    statement(
      `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ]
}

/** Plans which files of an item the public may fetch: those of the edition that goes out. */
export function setLiveFiles(itemId: string, files: readonly string[]): Statement {
  return statement(
    `UPDATE item_file SET live = id IN (SELECT value FROM json_each(?2)) WHERE item_id = ?1`,
    itemId,
    JSON.stringify(files),
  )
}
