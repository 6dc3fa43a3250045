import { type Package } from '../shared/sheet/xlsx-part.ts'
import { black, type Colour, colourOf } from './colour.ts'
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

type Style = { look: WordLook; basedOn: string; isTable: boolean; isTinted: boolean }

/** Reads what a Word file's styles do to words (样式): colour, ground, and hiding them. */
export function readWordStyles(pack: Package, gathered: Gatherer): WordStyles {
  const styles = new Map<string, Style>()
  const usual: WordLook = {}
  const path: string[] = []
  let style: Style | null = null
  let usualStyle = ''
  tryPart(pack, 'word/styles.xml', gathered, {
    open(name, attributes) {
      const [owner, parent] = [path.at(-2), path.at(-1)]
      if (name === 'style') {
        const id = attributes.get('w:styleId') ?? ''
        const type = attributes.get('w:type')
        style = { look: {}, basedOn: '', isTable: type === 'table', isTinted: false }
        styles.set(id, style)
        if (type === 'paragraph' && attributes.get('w:default') === '1') usualStyle = id
      } else if (name === 'basedOn' && style !== null) style.basedOn = attributes.get('w:val') ?? ''
      else if (name === 'shd' && style?.isTable === true) style.isTinted = true
      else if (parent === 'rPr' && owner === 'style' && style !== null) {
        noteRun(style.look, name, attributes)
      } else if (parent === 'rPr' && owner === 'rPrDefault') noteRun(usual, name, attributes)
      else if (name === 'shd' && parent === 'pPr' && owner === 'style' && style !== null) {
        const block = shadingOf(attributes)
        if (block !== undefined) style.look.block = block
      }
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
