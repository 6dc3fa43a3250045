import { bulk, type Statement } from '../../statement.ts'
import { fileList } from './file-list.ts'

/*
 * What each item adds to the sums; a change is planned between one statement that takes it off and one
 * that puts it back as it then stands.
 */
function add(sign: 1 | -1, ids: readonly string[]): Statement[] {
  return bulk(
    `INSERT INTO counter (name, n)
     WITH p AS MATERIALIZED (SELECT q.files, q.odd FROM json_each(?1) CROSS JOIN published q ON q.id = value)
     SELECT 'files', ?2 * coalesce(sum(files), 0) FROM p
     UNION ALL SELECT 'files-bare', ?2 * coalesce(sum(odd = 'bare'), 0) FROM p
     UNION ALL SELECT 'files-unlabelled', ?2 * coalesce(sum(files) FILTER (WHERE odd = 'unlabelled'), 0) FROM p
     WHERE true
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    ids,
    sign,
  )
}

/** Plans that items no longer count in the sums of files (附件计数), before what changes them. */
export function uncountFiles(ids: readonly string[]): Statement[] {
  return add(-1, ids)
}

/** Plans that items count and list their files as they then are, after what changes them. */
export function countFiles(ids: readonly string[]): Statement[] {
  return [
    ...bulk(
      `UPDATE published SET file_list = ${fileList}, files = (SELECT count(*) FROM item_file f
         WHERE f.item_id = published.id AND f.live = 1)
       WHERE id IN (SELECT value FROM json_each(?1))`,
      ids,
    ),
    ...add(1, ids),
  ]
}
