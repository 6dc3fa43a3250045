import * as z from 'zod'
import { documentFiles } from './documents.ts'
import type { BenchHouse } from './house.ts'
import { processorTime } from './processor.ts'
import { wordFileOf } from './word-file.ts'

/** Work that is done now and then (一次性的工作): seconds on the clock and of processor time. */
export type OnceLine = {
  work: string
  size: string
  seconds: number
  cpuSeconds: number | null
  /** most seconds that are aimed at */ target: number
}

const importedRows = 5000
const wordBytes = 2_000_000
const answer = z.strictObject({ count: z.int() })

/** Measures each once, in the runtime, with nothing beside it. */
export async function measureOnce(house: BenchHouse): Promise<OnceLine[]> {
  const word = wordFileOf(wordBytes)
  const [items] = [...documentFiles(importedRows, importedRows)]
  if (items === undefined) throw new Error('nothing to import')
  // The reader of Word files is loaded at its first use; that belongs to the work.
  return [
    {
      work: '读入 Word 文件',
      size: `${(word.length / 1_000_000).toFixed(1)} MB`,
      ...(await timed(house, `/convert/${house.importer.agency.id}`, word)),
      target: 2,
    },
    {
      work: '批量导入',
      size: `${importedRows.toLocaleString('en')} 行`,
      ...(await timed(house, `/import/${house.importer.agency.id}`, items.bytes)),
      target: 60,
    },
  ]
}

async function timed(
  { ports }: BenchHouse,
  path: string,
  body: Uint8Array,
): Promise<Pick<OnceLine, 'seconds' | 'cpuSeconds'>> {
  const url = `http://127.0.0.1:${ports.once}${path}`
  const before = processorTime()
  const started = performance.now()
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) })
  const text = await response.text()
  const seconds = (performance.now() - started) / 1000
  const after = processorTime()
  if (!response.ok) throw new Error(text)
  answer.parse(JSON.parse(text))
  return {
    seconds,
    cpuSeconds: before === null || after === null ? null : (after - before) / 1000,
  }
}
