import { maskPersonal } from './find-personal.ts'

/**
 * Why the words of a file cannot be read (未扫描原因): an old binary format, encrypted, pages that are
 * pictures, a picture, broken, larger than what is expanded.
 */
export const unreadReasons = [
  'old-format',
  'encrypted',
  'scanned-pages',
  'picture',
  'broken',
  'too-large',
] as const
export type UnreadReason = (typeof unreadReasons)[number]

/** What a file tells besides its content (文件痕迹), a closed list. */
export const traceKinds = [
  'author',
  'company',
  'remark',
  'comment',
  'tracked-change',
  'hidden-text',
  'hidden-sheet',
  'hidden-cells',
  'covered-text',
  'same-colour',
  'covering-shape',
  'unseen-layer',
  'redaction-mark',
  'remote-template',
  'external-link',
  'dde',
  'embedded-file',
  'macro',
  'script',
  'annotation',
  'location',
  'camera',
  'pictures',
] as const
export type TraceKind = (typeof traceKinds)[number]

/**
 * Traces of what seems gone and is not (假涂黑、隐藏内容): readers do not see it, and anybody can get it
 * out of the file. They stop publication until somebody says why they may stay (security 45).
 */
export const leftBehind: ReadonlySet<TraceKind> = new Set([
  'comment',
  'tracked-change',
  'hidden-text',
  'hidden-sheet',
  'hidden-cells',
  'covered-text',
  'same-colour',
  'covering-shape',
  'unseen-layer',
  'redaction-mark',
])

/** One thing that a file tells besides its content; `detail` is what it says, personal numbers masked. */
export type Trace = { trace: TraceKind; detail: string }

/**
 * What was read out of a file: `words` that everybody sees, `hidden` ones that only the file keeps,
 * whether that is all, or why nothing was read, and the traces.
 */
export type Reading = {
  words: string
  hidden: string
  isComplete: boolean
  unread: UnreadReason | null
  traces: readonly Trace[]
}

/** Most characters of words that are kept of a file; the hidden ones have as many of their own. */
export const maxWords = 1_000_000
const maxTraces = 100
const maxDetail = 120

/** Gathers words and traces while a file goes by, within the limits. */
export type Gatherer = {
  say: (text: string) => void
  hide: (text: string) => void
  trace: (trace: TraceKind, detail: string) => void
  /** something could not be read, or was not looked at */
  miss: () => void
  /** nothing more is taken */
  isFull: () => boolean
  read: (unread?: UnreadReason | null) => Reading
}

/** Begins to gather what a file holds. */
export function gatherer(): Gatherer {
  const visible = stream()
  const hidden = stream()
  const traces = new Map<string, Trace>()
  let isComplete = true
  return {
    say: visible.add,
    hide: hidden.add,
    trace(trace, detail) {
      const text = maskPersonal(detail.slice(0, 1000)).replaceAll(/\s+/g, ' ').trim()
      const shown = Array.from(text).slice(0, maxDetail).join('')
      // A property that is empty says nothing; a script says enough by being there.
      const isSaid = shown !== '' || trace === 'script' || trace === 'location'
      if (isSaid && traces.size < maxTraces)
        traces.set(`${trace} ${shown}`, { trace, detail: shown })
    },
    miss() {
      isComplete = false
    },
    isFull: () => visible.isCut() && hidden.isCut(),
    read: (unread = null) => ({
      words: visible.read(),
      hidden: hidden.read(),
      isComplete: isComplete && unread === null && !visible.isCut() && !hidden.isCut(),
      unread,
      traces: [...traces.values()],
    }),
  }
}

/** A reading of which nothing can be said but why. */
export function unreadable(unread: UnreadReason, traces: readonly Trace[] = []): Reading {
  return { words: '', hidden: '', isComplete: false, unread, traces }
}

function stream(): { add: (text: string) => void; isCut: () => boolean; read: () => string } {
  const pieces: string[] = []
  let length = 0
  let isCut = false
  return {
    add(text) {
      if (isCut || text === '') return
      const room = maxWords - length
      isCut = text.length > room
      pieces.push(isCut ? text.slice(0, room) : text)
      length += Math.min(text.length, room)
    },
    isCut: () => isCut,
    read: () => tidy(pieces.join('')),
  }
}

// Programs that write PDF files give radicals in the place of the characters that look like them.
const LOOKALIKES = /[\u{2e80}-\u{2fdf}\u{f900}-\u{faff}]/gu

/** Leaves out lone surrogates, NUL and empty lines: words are stored and searched. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(LOOKALIKES, (character) => character.normalize('NFKC'))
    .replaceAll('\0', '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}
