import type { XmlHandler } from '../shared/sheet/read-xml.ts'
import type { Colour } from './colour.ts'
import type { Gatherer } from './reading.ts'
import { coverWatch } from './word-covers.ts'
import { noteRun, placeOf, shadingOf, type WordLook, type WordStyles } from './word-looks.ts'

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

/** What a story is read against: the looks of styles, and which pictures hide what lies below. */
export type WordContext = {
  styles: WordStyles
  isOpaquePicture: (relationship: string) => boolean
}

/** What is left to judge when all stories were read: words as white as the page, and whether it has a backdrop. */
export type Left = { pale: string; hasBackdrop: boolean }

/** Elements with a ground of their own (底纹): the words in them stand on it. */
const GROUNDED = new Set(['tbl', 'tc', 'p', 'txbxContent'])
/** Where they say which. */
const SHADED = new Set(['tbl tblPr', 'tc tcPr', 'p pPr'])

/**
 * Reads one story of a Word file (正文、页眉、脚注): what is shown, what is hidden by vanish, by its
 * colour or in a fallback, and what tracked changes have deleted, each apart so that none cuts the other.
 */
export function wordReader(
  { styles, isOpaquePicture }: WordContext,
  gathered: Gatherer,
): XmlHandler & { finish: () => Left } {
  const path: string[] = []
  const away = { deleted: 0, fallback: 0 }
  const apart = { deleted: '', hidden: '', barred: '', alike: '', pale: '', field: '' }
  const covers = coverWatch(isOpaquePicture, (name) => {
    gathered.trace('covering-shape', name)
  })
  const grounds: (Colour | undefined)[] = []
  const paragraphs: WordLook[] = []
  let look: WordLook = {}
  let hasPageColour = false
  let way: 'text' | 'deleted' | 'field' | null = null

  const paragraph = (): WordLook => paragraphs.at(-1) ?? styles.usual

  function put(text: string): void {
    if (way === 'field') apart.field = (apart.field + text).slice(0, longestField)
    else if (way === 'deleted' || away.deleted > 0) apart.deleted += text
    else if (away.fallback > 0) gathered.hide(text)
    else if (look.isHidden ?? paragraph().isHidden ?? false) apart.hidden += text
    else putSeen(text)
  }

  /** Words that are there to be seen, if their colour lets them. */
  function putSeen(text: string): void {
    const under = grounds.findLast((one) => one !== undefined)
    const place = text.trim() === '' ? 'seen' : placeOf(look, paragraph(), under)
    if (place === 'seen') gathered.say(text)
    else apart[place] += text
  }

  /** Changes the ground of the innermost element that has one. */
  function setGround(ground: Colour | undefined): void {
    grounds[grounds.length - 1] = ground
  }

  function property(name: string, attributes: ReadonlyMap<string, string>): void {
    const place = path.slice(-2).join(' ')
    const value = attributes.get('w:val') ?? ''
    if (place === 'r rPr' && name === 'rStyle') look = { ...look, ...styles.of(value) }
    else if (place === 'r rPr') noteRun(look, name, attributes)
    else if (name === 'shd' && SHADED.has(place)) setGround(shadingOf(attributes))
    else if (name === 'pStyle' && place === 'p pPr') setStyle(value)
    else if (name === 'tblStyle' && styles.isTinted(value)) setGround(null)
    else if (name === 'background') hasPageColour = true
  }

  function setStyle(id: string): void {
    const style = { ...styles.usual, ...styles.of(id) }
    paragraphs[paragraphs.length - 1] = style
    if (style.block !== undefined) setGround(style.block)
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
    if (apart.alike !== '') {
      gathered.trace('same-colour', apart.alike)
      gathered.hide(`\n${apart.alike}\n`)
    }
    Object.assign(apart, { deleted: '', hidden: '', barred: '', alike: '' })
  }

  return {
    open(name, attributes) {
      const parent = path.at(-1)
      property(name, attributes)
      mark(name, attributes)
      if (away.fallback === 0) covers.open(name, attributes, path)
      if (name === 'p') paragraphs.push(styles.usual)
      else if (name === 'r') look = {}
      else leave(name, 1)
      if (GROUNDED.has(name)) grounds.push(name === 'txbxContent' ? covers.ground() : undefined)
      const sign = parent === 'r' ? SIGNS.get(name) : undefined
      if (sign !== undefined) put(sign)
      way = (parent === 'r' || name === 't' ? TEXT.get(name) : undefined) ?? null
      path.push(name)
    },
    text(text) {
      if (way === null) return
      put(text)
      if (away.fallback === 0) covers.text(text)
    },
    close(name) {
      path.pop()
      way = null
      leave(name, -1)
      if (away.fallback === 0) covers.close(name)
      if (GROUNDED.has(name)) grounds.pop()
      if (name !== 'p') return
      paragraphs.pop()
      if (away.fallback > 0) gathered.hide('\n')
      else gathered.say('\n')
      flush()
    },
    finish() {
      flush()
      keepField(apart.field, gathered)
      return { pale: apart.pale, hasBackdrop: hasPageColour || covers.hasBackdrop() }
    },
  }
}

function keepField(code: string, gathered: Gatherer): void {
  if (code === '') return
  const dde = /\bDDE(?:AUTO)?\b.{0,100}/i.exec(code)
  if (dde !== null) gathered.trace('dde', dde[0])
  const link = FIELD_LINK.exec(code)
  if (link !== null) gathered.trace('external-link', code.slice(link.index, link.index + 200))
  gathered.hide(`\n${code}\n`)
}
