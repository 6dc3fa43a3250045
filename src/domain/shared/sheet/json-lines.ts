import { MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import type { CellProblem, FileProblem, Finding } from './problems.ts'

/** Objects by line, names in the order they first appear; broken lines stand in `rejected`. */
export type JsonLinesReading =
  | {
      ok: true
      header: string[]
      rows: { line: number; cells: Map<string, string> }[]
      rejected: Finding<CellProblem>[]
    }
  | { ok: false; line: number; reason: FileProblem }

/**
 * Reads one JSON object per line; scalars become text, null an empty cell, anything nested is
 * rejected. Names go into Maps, so that `__proto__` is a name like any other.
 */
export function readJsonLines(text: string): JsonLinesReading {
  const header = new Set<string>()
  const rows: { line: number; cells: Map<string, string> }[] = []
  const rejected: Finding<CellProblem>[] = []
  let line = 0
  let held = 0
  for (const source of eachLine(text)) {
    line += 1
    if (source.trim() === '') continue
    const value = source.length > 2 * MAX_CELL_CHARACTERS ? null : parse(source)
    if (value === null) rejected.push({ line, column: null, reason: { code: 'json-broken' } })
    else if (!isObject(value.parsed)) {
      rejected.push({ line, column: null, reason: { code: 'json-not-object' } })
    } else {
      const { cells, nested } = readCells(value.parsed)
      for (const column of nested) rejected.push({ line, column, reason: { code: 'json-nested' } })
      for (const name of cells.keys()) header.add(name)
      held += cells.size
      if (nested.length === 0) rows.push({ line, cells })
    }
    const excess = excessOf(header.size, rows.length + rejected.length, held)
    if (excess !== null) return { ok: false, line, reason: excess }
  }
  return { ok: true, header: [...header], rows, rejected }
}

function excessOf(columns: number, rows: number, cells: number): FileProblem | null {
  if (columns > MAX_COLUMNS) return { code: 'too-many-columns', limit: MAX_COLUMNS }
  if (rows > MAX_ROWS) return { code: 'too-many-rows', limit: MAX_ROWS }
  return cells > MAX_CELLS ? { code: 'too-many-cells', limit: MAX_CELLS } : null
}

function* eachLine(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    yield text.slice(from, end === -1 ? text.length : end)
    if (end === -1) return
    from = end + 1
  }
}

function parse(source: string): { parsed: unknown } | null {
  try {
    return { parsed: JSON.parse(source) }
  } catch {
    return null
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readCells(value: object): { cells: Map<string, string>; nested: string[] } {
  const cells = new Map<string, string>()
  const nested: string[] = []
  const entries: [string, unknown][] = Object.entries(value)
  for (const [name, cell] of entries) {
    if (cell === null) cells.set(name, '')
    else if (typeof cell === 'string') cells.set(name, cell)
    else if (typeof cell === 'number' || typeof cell === 'boolean') cells.set(name, String(cell))
    else nested.push(name)
  }
  return { cells, nested }
}
