import type { XmlHandler } from '../shared/sheet/read-xml.ts'
import type { Gatherer } from './reading.ts'

/** Elements whose text goes another way than the words that everybody reads. */
const TEXT: ReadonlyMap<string, 'text' | 'deleted' | 'field'> = new Map([
  ['t', 'text'],
  ['delText', 'deleted'],
  ['instrText', 'field'],
  ['delInstrText', 'field'],
])
/** Elements that stand for a character. */
const SIGNS = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
])
const FIELD_LINK = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)\b/i
const longestField = 10_000

/** Tells whether a switch of Word is on: there, and not said to be off. */
export function isOn(attributes: ReadonlyMap<string, string>): boolean {
  return !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '1')
}

/**
 * Reads one story of a Word file (正文、页眉、脚注): what is shown, what is hidden by vanish or in a
 * fallback, and what tracked changes have deleted, each kept apart so that none cuts the other.
 */
export function wordReader(
  hiddenStyles: ReadonlySet<string>,
  gathered: Gatherer,
): XmlHandler & { finish: () => void } {
  const path: string[] = []
  const away = { deleted: 0, fallback: 0 }
  const apart = { deleted: '', hidden: '', barred: '', field: '' }
  let look = { ground: '', ink: '' }
  let [isParagraphHidden, isRunHidden] = [false, false]
  let way: 'text' | 'deleted' | 'field' | null = null

  function put(text: string): void {
    if (way === 'field') apart.field = (apart.field + text).slice(0, longestField)
    else if (way === 'deleted' || away.deleted > 0) apart.deleted += text
    else if (away.fallback > 0) gathered.hide(text)
    else if (isRunHidden) apart.hidden += text
    else if (isDark(look.ground) && !isLight(look.ink)) apart.barred += text
    else gathered.say(text)
  }

  function property(name: string, attributes: ReadonlyMap<string, string>): void {
    const owner = path.at(-2)
    const style = attributes.get('w:val') ?? ''
    if (name === 'pStyle') isParagraphHidden = hiddenStyles.has(style)
    else if (owner !== 'r') return
    else if (name === 'vanish' && isOn(attributes)) isRunHidden = true
    else if (name === 'rStyle' && hiddenStyles.has(style)) isRunHidden = true
    else if (name === 'highlight') look.ground = style
    else if (name === 'shd') look.ground = attributes.get('w:fill') ?? ''
    else if (name === 'color') look.ink = style
  }

  function mark(name: string, attributes: ReadonlyMap<string, string>): void {
    const author = attributes.get('w:author')
    if (author !== undefined && /^(?:ins|del|moveFrom|moveTo)$/.test(name)) {
      gathered.trace('tracked-change', author)
    }
    if (name === 'fldSimple') keepField(attributes.get('w:instr') ?? '', gathered)
    // A field's code comes in several runs, and is judged when it is whole.
    if (name === 'fldChar' && attributes.get('w:fldCharType') !== 'begin') {
      keepField(apart.field, gathered)
      apart.field = ''
    }
  }

  function leave(name: string, by: 1 | -1): void {
    if (name === 'del' || name === 'moveFrom') away.deleted += by
    if (name === 'Fallback') away.fallback += by
  }

  function flush(): void {
    if (apart.deleted !== '') gathered.hide(`\n${apart.deleted}\n`)
    if (apart.hidden !== '') {
      gathered.trace('hidden-text', apart.hidden)
      gathered.hide(`\n${apart.hidden}\n`)
    }
    if (apart.barred !== '') {
      gathered.trace('covered-text', apart.barred)
      gathered.hide(`\n${apart.barred}\n`)
    }
    apart.deleted = ''
    apart.hidden = ''
    apart.barred = ''
  }

  return {
    open(name, attributes) {
      const parent = path.at(-1)
      if (parent === 'rPr' || name === 'pStyle') property(name, attributes)
      mark(name, attributes)
      if (name === 'p') isParagraphHidden = false
      else if (name === 'r') {
        isRunHidden = isParagraphHidden
        look = { ground: '', ink: '' }
      } else leave(name, 1)
      const sign = parent === 'r' ? SIGNS.get(name) : undefined
      if (sign !== undefined) put(sign)
      way = (parent === 'r' || name === 't' ? TEXT.get(name) : undefined) ?? null
      path.push(name)
    },
    text(text) {
      if (way !== null) put(text)
    },
    close(name) {
      path.pop()
      way = null
      leave(name, -1)
      if (name !== 'p') return
      if (away.fallback > 0) gathered.hide('\n')
      else gathered.say('\n')
      flush()
    },
    finish() {
      flush()
      keepField(apart.field, gathered)
    },
  }
}

/** A bar over text: blackened words are still in the file (假涂黑). */
function isDark(colour: string): boolean {
  return colour === 'black' || /^(?:[0-3][0-9a-f]){3}$/i.test(colour)
}

function isLight(colour: string): boolean {
  return /^(?:[89a-f][0-9a-f]){3}$/i.test(colour)
}

function keepField(code: string, gathered: Gatherer): void {
  if (code === '') return
  const dde = /\bDDE(?:AUTO)?\b.{0,100}/i.exec(code)
  if (dde !== null) gathered.trace('dde', dde[0])
  const link = FIELD_LINK.exec(code)
  if (link !== null) gathered.trace('external-link', code.slice(link.index, link.index + 200))
  gathered.hide(`\n${code}\n`)
}
