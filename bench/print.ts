import type { Tally } from './counting-db.ts'
import type { Figures } from './measure.ts'
import type { OnceLine } from './once.ts'
import type { BenchRequest } from './requests.ts'

/** One line of the result: the request, what was measured, and its ratio to the floor. */
export type BenchLine = {
  request: string
  documents: number | null
  side: BenchRequest['side']
  cpuMs: number | null
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  aloneP99Ms: number
  failed: number
  floor: string | null
  ratio: number | null
  target: BenchRequest['target']
  /** D1's own account of one request; null for the floor */
  rows: Tally | null
}

/** Puts figures and rows together and compares every request with its floor. */
export function linesOf(
  figures: ReadonlyMap<BenchRequest, Figures>,
  rows: ReadonlyMap<BenchRequest, Tally>,
): BenchLine[] {
  const floorOf = ({ floor, size }: BenchRequest): Figures | undefined => {
    for (const [one, found] of figures) {
      if (one.side === 'floor' && one.name === floor && (one.size === null || one.size === size))
        return found
    }
    return undefined
  }
  return [...figures].map(([one, found]) => {
    const floor = floorOf(one)
    const tally = rows.get(one)
    return {
      request: one.name,
      documents: one.size,
      side: one.side,
      cpuMs: found.cpu,
      requestsPerSecond: found.perSecond,
      p50Ms: found.p50,
      p99Ms: found.p99,
      aloneP99Ms: found.aloneP99,
      failed: found.failed,
      floor: one.floor,
      ratio: ratioOf(found.cpu, floor?.cpu ?? null),
      target: one.target,
      rows: tally ?? null,
    }
  })
}

function ratioOf(cpu: number | null, floor: number | null): number | null {
  return cpu === null || floor === null || floor === 0 ? null : cpu / floor
}

const columns: readonly Shown<BenchLine>[] = [
  ['请求', ({ request }) => request],
  ['文件数', ({ documents }) => (documents === null ? '' : documents.toLocaleString('en'))],
  ['CPU 毫秒', ({ cpuMs }) => (cpuMs === null ? '–' : cpuMs.toFixed(3))],
  ['每秒', ({ requestsPerSecond }) => Math.round(requestsPerSecond).toLocaleString('en')],
  ['p50', ({ p50Ms }) => p50Ms.toFixed(1)],
  ['p99', ({ p99Ms }) => p99Ms.toFixed(1)],
  ['独自 p99', ({ aloneP99Ms }) => aloneP99Ms.toFixed(1)],
  ['比下限', ({ ratio, floor }) => (ratio === null ? '' : `${ratio.toFixed(2)} × ${floor ?? ''}`)],
  ['目标', ({ target }) => (target === null ? '' : `≤ ${target.cpu}，≤ ${target.ratio} ×`)],
  ['读行', ({ rows }) => (rows === null ? '' : String(rows.rowsRead))],
  ['写行', ({ rows }) => (rows === null ? '' : String(rows.rowsWritten))],
  ['往返', ({ rows }) => (rows === null ? '' : String(rows.roundTrips))],
]

const onceColumns: readonly Shown<OnceLine>[] = [
  ['工作', ({ work }) => work],
  ['大小', ({ size }) => size],
  ['用时 秒', ({ seconds }) => seconds.toFixed(2)],
  ['CPU 秒', ({ cpuSeconds }) => (cpuSeconds === null ? '–' : cpuSeconds.toFixed(2))],
  ['目标', ({ target }) => `≤ ${target}`],
]

/** Lays the lines out as a Markdown table that is also readable as it stands. */
export function tableOf(lines: readonly BenchLine[]): string {
  return laidOut(columns, lines)
}

/** The same of work that is done now and then. */
export function onceTableOf(lines: readonly OnceLine[]): string {
  return laidOut(onceColumns, lines)
}

type Shown<L> = readonly [name: string, show: (line: L) => string]

function laidOut<L>(shown: readonly Shown<L>[], lines: readonly L[]): string {
  const rows = [
    shown.map(([name]) => name),
    ...lines.map((line) => shown.map(([, show]) => show(line))),
  ]
  const widths = shown.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))))
  const text = rows.map(
    (row) => `| ${row.map((cell, i) => pad(cell, widths[i] ?? 0)).join(' | ')} |`,
  )
  text.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return text.join('\n')
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text))
}

/** Columns that a text takes on a terminal: Han and full-width characters take two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFEF]/g) ?? []).length
}
