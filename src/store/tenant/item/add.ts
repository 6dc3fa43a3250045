import { bulk, type Statement } from '../../statement.ts'
import type { ItemRow } from './work.ts'

/** Plans the rows of many new items at once (批量入稿): drafts, and what is not for the public. */
export function addItems(rows: readonly ItemRow[]): Statement[] {
  return bulk(
    `INSERT INTO item (id, state, edition, is_live, title, attribute, ground, visibility, kind,
       category, matter, unit, author, editors, written_on, publish_by, publish_at, reassess_on,
       remark, findings, ending, note, digest, origin_key, created_at, updated_at, content)
     SELECT value->>'id', value->>'state', value->>'edition', value->>'isLive', value->>'title',
       value->>'attribute', value->>'ground', value->>'visibility', value->>'kind',
       value->>'category', value->>'matter', value->>'unit', value->>'author', value->>'editors',
       value->>'writtenOn', value->>'publishBy', value->>'publishAt', value->>'reassessOn',
       value->>'remark', value->>'findings', value->>'ending', value->>'note', value->>'digest',
       value->>'originKey', value->>'createdAt', value->>'updatedAt', value->>'content'
     FROM json_each(?1)`,
    rows,
  )
}
