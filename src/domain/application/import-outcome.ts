import {
  applicationRows,
  isOutcomeKey,
  type OutcomeKey,
  outcomeKeys,
} from '../shared/report-keys.data.ts'
import { foldWord } from '../shared/sheet/cell-text.ts'
import { outcomeWords } from './import-columns.data.ts'

/**
 * Reads a result (办理结果): a row key, the official label with or without its numbering, or a short
 * word; null for anything else, the rows of totals and the bare names of groups included.
 */
export function readOutcome(written: string): OutcomeKey | null {
  const trimmed = written.trim()
  if (isOutcomeKey(trimmed)) return trimmed
  const { group, name } = foldOutcome(trimmed)
  const key = BY_NAME.get(name)
  if (key === undefined) return null
  // 不予公开：其他 is none of the results called 其他.
  return group === null || key.startsWith(GROUPS[group]) ? key : null
}

const GROUPS = {
  不予公开: 'denied.',
  无法提供: 'unable.',
  不予处理: 'notProcessed.',
  其他处理: 'other.',
} as const

type Group = keyof typeof GROUPS

/** Takes numbering, group, punctuation and verbs of membership off: 不予公开 1.属于国家秘密 is 国家秘密. */
function foldOutcome(words: string): { group: Group | null; name: string } {
  const unnumbered = foldWord(words)
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/^(?:\([一二三四五六七八九十\d]+\)|\d+[.、])+/, '')
  const group = groupOf(unnumbered)
  const name = unnumbered
    .slice(group?.length ?? 0)
    .replaceAll(/[“”"'。,、.:;\-—/()]/g, '')
    .replace(/^\d+/, '')
    .replace(/^(?:属于|涉及|危及)/, '')
  return { group, name }
}

function groupOf(words: string): Group | null {
  for (const group in GROUPS) {
    if (isGroup(group) && words.startsWith(group)) return group
  }
  return null
}

function isGroup(words: string): words is Group {
  return words in GROUPS
}

const BY_NAME: ReadonlyMap<string, OutcomeKey> = new Map(
  outcomeKeys.flatMap((key) => {
    const label = applicationRows.find((row) => row.key === key)?.label ?? key
    return [label, ...outcomeWords[key]].map((word): [string, OutcomeKey] => [
      foldOutcome(word).name,
      key,
    ])
  }),
)
