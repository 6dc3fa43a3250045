import { cellOf, runsOf } from './plain.ts'
import { recognise } from './recognise.ts'
import { treeLimits, type Block, type DocumentTree } from './tree.ts'

const bullet = /^(?:[•●◆■▪‣∙]\s*|[-*–]\s+)(?=\S)/
const most = { items: 2000, rows: 2000, columns: 60 } as const

/**
 * Reads plain text as a document (纯文本成文): one block per line; short numbered lines become
 * headings, lines of tab-separated cells tables, lines with bullets lists, a date alone with the
 * names before it the signature. No letter is lost, and the work grows with the length alone.
 */
export function fromText(text: string): DocumentTree {
  const lines = linesOf(text)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const run = tableAt(lines, at) ?? listAt(lines, at)
    blocks.push(run?.block ?? { type: 'paragraph', text: runsOf(lines[at] ?? '') })
    at += run?.lines ?? 1
  }
  return { v: 1, blocks: recognise(blocks) }
}

type Run = { lines: number; block: Block }

function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed !== '') lines.push(trimmed)
  }
  if (lines.length <= treeLimits.blocks) return lines
  // More lines than blocks: the last block takes the rest, its breaks stay.
  const kept = lines.slice(0, treeLimits.blocks - 1)
  return [...kept, lines.slice(treeLimits.blocks - 1).join('\n')]
}

function tableAt(lines: readonly string[], at: number): Run | null {
  if (!isRow(lines[at])) return null
  let to = at
  while (to - at < most.rows && isRow(lines[to])) to += 1
  if (to - at < 2) return null
  const cells = lines.slice(at, to).map((line) => line.split('\t').map((cell) => cell.trim()))
  const width = Math.max(...cells.map((row) => row.length))
  if (width > most.columns) return null
  const rows = cells.map((row) =>
    Array.from({ length: width }, (_, column) => cellOf(row[column] ?? '')),
  )
  return { lines: to - at, block: { type: 'table', rows } }
}

function isRow(line: string | undefined): boolean {
  return line?.includes('\t') === true && !line.includes('\n')
}

function listAt(lines: readonly string[], at: number): Run | null {
  if (!isPoint(lines[at])) return null
  let to = at
  while (to - at < most.items && isPoint(lines[to])) to += 1
  if (to - at < 2) return null
  const items = lines
    .slice(at, to)
    .map((line) => ({ text: runsOf(line.replace(bullet, '')), depth: 0 }))
  return { lines: to - at, block: { type: 'list', ordered: false, items } }
}

function isPoint(line: string | undefined): boolean {
  return line !== undefined && bullet.test(line)
}
