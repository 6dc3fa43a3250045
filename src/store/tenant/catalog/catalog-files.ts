import { readJson } from '../../read.ts'
import { statement } from '../../statement.ts'

/** An item that does not agree with its files, as it is stored. */
export type MismatchRow = {
  id: string
  title: string
  files: number
  summary: string | null
  writtenOn: string | null
}

/** What a catalogue has of files. */
export type CatalogFiles = {
  /** items of the whole catalogue */ entries: number
  /** files of all of them */ files: number
  /** items with neither text nor fields nor file */ bare: number
  /** files whose item lacks an element */ unlabelled: number
  /** the newest that do not agree */ found: MismatchRow[]
}

const reading = `SELECT json_object(
    'entries', coalesce((SELECT n FROM cell
      WHERE period = 'all' AND row = 'items' AND col = 'published'), 0),
    'files', coalesce((SELECT n FROM counter WHERE name = 'files'), 0),
    'bare', coalesce((SELECT n FROM counter WHERE name = 'files-bare'), 0),
    'unlabelled', coalesce((SELECT n FROM counter WHERE name = 'files-unlabelled'), 0),
    'found', json((SELECT json_group_array(json_object('id', id, 'title', title, 'files', files,
        'summary', summary, 'writtenOn', written_on))
      FROM (SELECT id, title, files, summary, written_on FROM published
        WHERE odd IS NOT NULL ORDER BY docid DESC LIMIT ?1 + 0)))) AS read`

/** Compares all items with their files (目录与文件), and names at most `named` that do not agree. */
export async function readCatalogFiles(db: D1Database, named: number): Promise<CatalogFiles> {
  const [read] = await readJson<CatalogFiles>(db, statement(reading, named))
  if (read === undefined) throw new Error('a reading without a table gave no row')
  return read
}
