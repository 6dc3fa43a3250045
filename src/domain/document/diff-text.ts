import { align } from './align.ts'

/** A piece of text that both have, or one of them only. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

const words = /[A-Za-z0-9]+(?:[.,][0-9]+)*|\s+|[\s\S]/gu
/** Shorter stretches in common between two changes are chance, and would only confuse. */
const leastInCommon = 2

/** Tells two texts apart (文字差异): by words of letters and figures, and by single Han. */
export function diffText(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const from = before.match(words) ?? []
  const to = after.match(words) ?? []
  const pieces: Piece[] = []
  let at = 0
  let other = 0
  for (const step of align(from, to)) {
    add(pieces, step, (step === 'added' ? to[other] : from[at]) ?? '')
    if (step !== 'added') at += 1
    if (step !== 'removed') other += 1
  }
  return ordered(withoutChance(pieces))
}

function add(pieces: Piece[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

/** Takes a letter that happens to be in both into the change around it. */
function withoutChance(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index): Piece[] => {
    const isBetween = index > 0 && index < pieces.length - 1
    if (piece.kind !== 'same' || !isBetween || piece.text.length >= leastInCommon) return [piece]
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'added', text: piece.text },
    ]
  })
}

/** In each stretch of changes first what was, then what is. */
function ordered(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') found.push({ kind: 'removed', text: removed })
    if (added !== '') found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      found.push({ kind, text })
    }
  }
  flush()
  return found
}
