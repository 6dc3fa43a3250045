import { clauseText, instrumentClauses, placeholdersOf } from './clauses.data.ts'
import { type InstrumentKind, isInstrumentKind } from './kinds.data.ts'
import { rulePacks } from './rule-pack.ts'

/** Texts by which an agency words clauses its own way (本机关的文书用语): kind → clause → text. */
export type InstrumentTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is wrong with one text of an agency: `missing` are the placeholders that it drops. */
export type TextFault =
  | { kind: string; fault: 'unknown-kind' }
  | { kind: string; clause: string; fault: 'unknown-clause'; allowed: readonly string[] }
  | { kind: string; clause: string; fault: 'unknown-placeholder'; names: readonly string[] }
  | { kind: string; clause: string; fault: 'missing-placeholder'; names: readonly string[] }
  | { kind: string; clause: string; fault: 'law-dropped'; names: readonly string[] }
  | { kind: string; clause: string; fault: 'empty' }

/**
 * Checks an agency's own texts (核对文书用语): they may reword a clause, but drop neither a required
 * clause nor a placeholder, nor the law that it names.
 */
export function checkTexts(texts: InstrumentTexts): TextFault[] {
  return Object.entries(texts).flatMap(([kind, clauses]) =>
    isInstrumentKind(kind)
      ? Object.entries(clauses).flatMap(([clause, text]) => clauseFaults(kind, clause, text))
      : [{ kind, fault: 'unknown-kind' as const }],
  )
}

function clauseFaults(kind: InstrumentKind, clause: string, text: string): TextFault[] {
  const known = instrumentClauses[kind].find(({ key }) => key === clause)
  if (known === undefined) {
    const allowed = instrumentClauses[kind].map(({ key }) => key)
    return [{ kind, clause, fault: 'unknown-clause', allowed }]
  }
  if (text.trim() === '') return [{ kind, clause, fault: 'empty' }]
  const own = rulePacks.map((pack) => clauseText(known, pack))
  const wanted = new Set(own.flatMap(placeholdersOf))
  const given = new Set(placeholdersOf(text))
  const faults: TextFault[] = []
  const dropped = [...wanted].filter((name) => !given.has(name))
  if (dropped.length > 0) {
    faults.push({ kind, clause, fault: 'missing-placeholder', names: dropped })
  }
  const strange = [...given].filter((name) => !wanted.has(name))
  if (strange.length > 0) {
    faults.push({ kind, clause, fault: 'unknown-placeholder', names: strange })
  }
  // The text replaces the clause of today's law: that law has to stay named.
  const articles = clauseText(known, 'law-2019').match(/第[〇一二三四五六七八九十]+条/g) ?? []
  const lost = articles.filter((article) => !text.includes(article))
  if (lost.length > 0) faults.push({ kind, clause, fault: 'law-dropped', names: lost })
  return faults
}

/** The agency's own text of a clause under today's law, or null; older cases keep the printed one. */
export function ownText(
  texts: InstrumentTexts | undefined,
  kind: InstrumentKind,
  clause: string,
): string | null {
  return texts?.[kind]?.[clause] ?? null
}
