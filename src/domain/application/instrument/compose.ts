import { runsOf } from '../../document/plain.ts'
import type { Block, DocumentTree } from '../../document/tree.ts'
import { type Clause, clauseText, instrumentClauses, placeholdersOf } from './clauses.data.ts'
import type { InstrumentKind } from './kinds.data.ts'
import type { RulePack } from './rule-pack.ts'
import { type InstrumentTexts, ownText } from './texts.ts'

/** What fills the placeholders of an instrument (文书填充内容); a missing or empty one is not known. */
export type Values = Readonly<Record<string, string | undefined>>

/** What an instrument is written from: its kind and law, whom it addresses, who signs, and when. */
export type Composition = {
  kind: InstrumentKind
  pack: RulePack
  addressee: string
  values: Values
  agency: string
  /** a day as documents write it: 2026年3月2日 */
  day: string
  texts?: InstrumentTexts | undefined
}

/**
 * Writes an instrument (制作文书): addressee, clauses in order, signature. A required clause that
 * cannot be filled is a bug and throws; nothing that was filled in is read as a placeholder again.
 */
export function compose(letter: Composition): DocumentTree {
  const { kind, addressee, agency, day } = letter
  return {
    v: 1,
    blocks: [
      paragraph(`${addressee}：`),
      ...instrumentClauses[kind].flatMap((clause) => clauseBlocks(letter, clause)),
      { type: 'signature', lines: [agency, day] },
    ],
  }
}

function clauseBlocks({ kind, pack, values, texts }: Composition, clause: Clause): Block[] {
  const own = pack === 'law-2019' ? ownText(texts, kind, clause.key) : null
  const text = own ?? clauseText(clause, pack)
  const empty = placeholdersOf(text).filter((name) => (values[name] ?? '') === '')
  if (empty.length > 0) {
    if (clause.required) throw new Error(`${kind}.${clause.key} lacks ${empty.join(', ')}`)
    return []
  }
  return filled(text, values)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph)
}

/** Puts values into a text with placeholders. */
export function filled(text: string, values: Values): string {
  return text.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function paragraph(line: string): Block {
  return { type: 'paragraph', text: runsOf(line) }
}
