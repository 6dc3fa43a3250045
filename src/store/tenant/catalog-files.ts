import { readJson } from '../read.ts'
import { statement } from '../statement.ts'

/** An item that does not agree with its files, as it is stored. */
export type MismatchRow = {
  id: string
  title: string
  files: number
  summary: string | null
  writtenOn: string | null
}

/** What the newest items of a catalogue have of files. */
export type CatalogFiles = {
  /** items of the whole catalogue */ entries: number
  /** items that were looked at, the newest */ looked: number
  /** files of those */ files: number
  /** items with neither text nor file */ bare: number
  /** files whose item lacks an element */ unlabelled: number
  found: MismatchRow[]
}

const reading = `WITH seen AS MATERIALIZED (
    SELECT p.id, p.title, p.summary, p.written_on, octet_length(p.body) AS bytes,
      (SELECT count(*) FROM item_file f WHERE f.item_id = p.id AND f.live = 1) AS files
    FROM published p ORDER BY p.docid DESC LIMIT ?1),
  odd AS MATERIALIZED (
    SELECT *, bytes = 0 AND files = 0 AS bare,
      files > 0 AND (written_on IS NULL OR coalesce(summary, '') = '') AS unlabelled
    FROM seen)
  SELECT json_object(
    'entries', coalesce((SELECT n FROM cell
      WHERE period = 'all' AND row = 'items' AND col = 'published'), 0),
    'looked', count(*), 'files', coalesce(sum(files), 0), 'bare', coalesce(sum(bare), 0),
    'unlabelled', coalesce(sum(CASE WHEN unlabelled THEN files END), 0),
    'found', json((SELECT json_group_array(json_object('id', id, 'title', title, 'files', files,
        'summary', summary, 'writtenOn', written_on))
      FROM (SELECT * FROM odd WHERE bare OR unlabelled LIMIT ?2)))) AS read
  FROM odd`

/** Compares the newest `looked` items with their files (目录与文件), and names at most `named` that do not agree. */
export async function readCatalogFiles(
  db: D1Database,
  looked: number,
  named: number,
): Promise<CatalogFiles> {
  const [read] = await readJson<CatalogFiles>(db, statement(reading, looked, named))
  if (read === undefined) throw new Error('a sum gave no row')
  return read
}
