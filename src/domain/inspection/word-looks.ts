import { type Package } from '../shared/sheet/xlsx-part.ts'
import { black, type Colour, colourOf, isDark, isLost, white } from './colour.ts'
import { tryPart } from './package-parts.ts'
import type { Gatherer } from './reading.ts'

/**
 * How a run or a style looks; what is not said is undefined, a colour left to the program null.
 * `ground` lies under the run alone, `block` under the whole paragraph.
 */
export type WordLook = {
  ink?: Colour
  ground?: Colour
  block?: Colour
  isHidden?: boolean
}

/** The looks of a file's styles: by id, of a paragraph without one, and tables that tint their cells. */
export type WordStyles = {
  of: (id: string) => WordLook
  usual: WordLook
  isTinted: (table: string) => boolean
}

type Attributes = ReadonlyMap<string, string>

/** Tells whether a switch of Word is on: there, and not said to be off. */
function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '1')
}

/** The colour that a shading (底纹) gives; undefined when it gives none. */
export function shadingOf(attributes: Attributes): Colour | undefined {
  const pattern = attributes.get('w:val') ?? 'clear'
  const fill = attributes.get('w:fill') ?? 'auto'
  if (pattern === 'nil') return undefined
  if (pattern === 'solid') {
    const colour = attributes.get('w:color') ?? 'auto'
    return colour === 'auto' ? black : colourOf(colour)
  }
  if (pattern !== 'clear') return null
  if (fill !== 'auto') return colourOf(fill)
  return attributes.has('w:themeFill') ? null : undefined
}

/** Notes one property of a run in its look (字符格式). */
export function noteRun(look: WordLook, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val') ?? ''
  if (name === 'vanish') look.isHidden = isOn(attributes)
  else if (name === 'color') look.ink = colourOf(value)
  else if (name === 'highlight' && value !== 'none') look.ground = colourOf(value)
  else if (name === 'shd' && look.ground === undefined) {
    const ground = shadingOf(attributes)
    if (ground !== undefined) look.ground = ground
  }
}

/** Where words belong by their colour: seen, under a bar, as white as the page, or like their ground. */
export type Place = 'seen' | 'barred' | 'pale' | 'alike'

/** Judges words by their look, that of their paragraph, and what lies below; undefined is the page. */
export function placeOf(look: WordLook, paragraph: WordLook, under: Colour | undefined): Place {
  const { ink = null, ground } = { ...paragraph, ...look }
  // Left to the program, words turn white on dark paragraphs and cells; a bar on a run is meant to hide.
  if (ink === null) return typeof ground === 'number' && isDark(ground) ? 'barred' : 'seen'
  const below = ground === undefined ? under : ground
  if (below === undefined) return isLost(ink, white) ? 'pale' : 'seen'
  if (below === null || !isLost(ink, below)) return 'seen'
  return isDark(below) ? 'barred' : 'alike'
}

type Style = { look: WordLook; basedOn: string; isTable: boolean; isTinted: boolean }

/** Notes one element of a style; `place` is the element around it and the one around that. */
function noteStyle(style: Style, name: string, attributes: Attributes, place: string): void {
  if (name === 'basedOn') style.basedOn = attributes.get('w:val') ?? ''
  else if (name === 'shd' && style.isTable) style.isTinted = true
  else if (place === 'style rPr') noteRun(style.look, name, attributes)
  else if (name === 'shd' && place === 'style pPr') {
    const block = shadingOf(attributes)
    if (block !== undefined) style.look.block = block
  }
}

/** Reads what a Word file's styles do to words (样式): colour, ground, and hiding them. */
export function readWordStyles(pack: Package, gathered: Gatherer): WordStyles {
  const styles = new Map<string, Style>()
  const usual: WordLook = {}
  const path: string[] = []
  let style: Style | null = null
  let usualStyle = ''

  function begin(attributes: Attributes): void {
    const id = attributes.get('w:styleId') ?? ''
    const type = attributes.get('w:type')
    style = { look: {}, basedOn: '', isTable: type === 'table', isTinted: false }
    styles.set(id, style)
    if (type === 'paragraph' && attributes.get('w:default') === '1') usualStyle = id
  }

  tryPart(pack, 'word/styles.xml', gathered, {
    open(name, attributes) {
      const place = path.slice(-2).join(' ')
      if (name === 'style') begin(attributes)
      else if (style !== null) noteStyle(style, name, attributes, place)
      else if (place === 'rPrDefault rPr') noteRun(usual, name, attributes)
      path.push(name)
    },
    close(name) {
      path.pop()
      if (name === 'style') style = null
    },
  })
  const lineOf = (id: string): Style[] => {
    const line: Style[] = []
    for (let at = styles.get(id); at !== undefined && line.length < 12; at = styles.get(at.basedOn))
      line.unshift(at)
    return line
  }
  const of = (id: string): WordLook => Object.assign({}, ...lineOf(id).map(({ look }) => look))
  return {
    of,
    usual: { ...usual, ...of(usualStyle) },
    isTinted: (id) => lineOf(id).some(({ isTinted }) => isTinted),
  }
}
