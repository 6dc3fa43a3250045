import { fromText } from '../document/from-text.ts'
import { cellOf, runsOf } from '../document/plain.ts'
import type { Block } from '../document/tree.ts'

/** A heading with its paragraphs (通报正文的一部分). */
export function section(title: string, texts: readonly string[]): Block[] {
  return [
    { type: 'heading', level: 1, text: runsOf(title) },
    ...texts.flatMap((text) => fromText(text).blocks),
  ]
}

/** A table of a notice (通报附表) with the heads of its columns. */
export function tableOf(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Block {
  return {
    type: 'table',
    caption,
    rows: [
      header.map((text) => ({ ...cellOf(text), head: true as const })),
      ...rows.map((row) => row.map((value) => cellOf(String(value)))),
    ],
  }
}
