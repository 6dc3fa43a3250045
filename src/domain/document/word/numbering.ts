import { chineseNumber, romanNumber } from '../number-words.ts'
import { mapElements, valueIn } from './xml.ts'

type Level = { format: string; text: string; start: number }
/** A list of a Word file: its levels, and which definition they belong to. */
type Numbering = { definition: string; levels: ReadonlyMap<number, Level> }

/** What numbers paragraphs in a Word file: lists by their number, and styles that carry a list. */
export type WordNumbering = {
  lists: ReadonlyMap<string, Numbering>
  styles: ReadonlyMap<string, { list: string; level: number }>
}

/** Reads word/numbering.xml and the styles that number (自动编号). */
export function readNumbering(numbering: string, styles: string): WordNumbering {
  const definitions = new Map<string, Map<number, Level>>()
  mapElements(numbering, 'w:abstractNum', (element) => {
    definitions.set(attributeIn(element, 'w:abstractNumId') ?? '', levelsIn(element))
    return ''
  })
  const lists = new Map<string, Numbering>()
  mapElements(numbering, 'w:num', (element) => {
    const definition = valueIn(element, 'w:abstractNumId') ?? ''
    const levels = definitions.get(definition)
    const list = attributeIn(element, 'w:numId')
    if (levels !== undefined && list !== null) lists.set(list, { definition, levels })
    return ''
  })
  const numbered = new Map<string, { list: string; level: number }>()
  mapElements(styles, 'w:style', (element) => {
    const list = valueIn(element, 'w:numId')
    const id = attributeIn(element, 'w:styleId')
    if (list !== null && id !== null) numbered.set(id, { list, level: levelIn(element) })
    return ''
  })
  return { lists, styles: numbered }
}

function levelsIn(element: string): Map<number, Level> {
  const levels = new Map<number, Level>()
  mapElements(element, 'w:lvl', (level) => {
    levels.set(Number(attributeIn(level, 'w:ilvl') ?? 0), {
      format: valueIn(level, 'w:numFmt') ?? 'decimal',
      text: valueIn(level, 'w:lvlText') ?? '',
      start: countOf(valueIn(level, 'w:start') ?? '1'),
    })
    return ''
  })
  return levels
}

/**
 * Writes automatic numbers into the text, as Word shows them: 一、（一）1. belong to a document's
 * words. Bullets stay what they are. A document may come in portions, one after the other.
 */
export function numberSpeller(numbering: WordNumbering): (portion: string) => string {
  if (numbering.lists.size === 0) return (portion) => portion
  const counts: Counts = new Map()
  return (portion) =>
    mapElements(portion, 'w:pPr', (properties) => {
      const number = numberOf(properties, numbering, counts)
      if (number === null) return properties
      const without = mapElements(properties, 'w:numPr', () => '')
      return `${without}<w:r><w:t xml:space="preserve">${xmlText(number)}</w:t></w:r>`
    })
}

/** How far each definition has counted, by level */
type Counts = Map<string, number[]>

/** The number of a paragraph by its properties, or null when it has none or a bullet. */
function numberOf(
  properties: string,
  { lists, styles }: WordNumbering,
  counts: Counts,
): string | null {
  const byStyle = styles.get(valueIn(properties, 'w:pStyle') ?? '')
  const numbering = lists.get(valueIn(properties, 'w:numId') ?? byStyle?.list ?? '')
  if (numbering === undefined) return null
  const level = Number(valueIn(properties, 'w:ilvl') ?? byStyle?.level ?? 0)
  if (!isSpelled(numbering.levels.get(level))) return null
  const counted = counts.get(numbering.definition) ?? []
  counts.set(numbering.definition, counted)
  return nextNumber(numbering.levels, counted, level)
}

function isSpelled(level: Level | undefined): boolean {
  return level !== undefined && level.format !== 'bullet' && level.format !== 'none'
}

function nextNumber(levels: Numbering['levels'], counts: number[], level: number): string {
  counts.length = Math.min(counts.length, level + 1)
  for (let at = 0; at <= level; at += 1) {
    const start = levels.get(at)?.start ?? 1
    if (counts[at] === undefined) counts[at] = at === level ? start - 1 : start
  }
  counts[level] = (counts[level] ?? 0) + 1
  const pattern = levels.get(level)?.text ?? ''
  return pattern.replaceAll(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return spell(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
  })
}

function spell(value: number, format: string): string {
  if (/^(?:chineseCounting|japaneseCounting|taiwaneseCounting|ideographDigital)/.test(format)) {
    return chineseNumber(value)
  }
  const letter = String.fromCodePoint(0x61 + ((value - 1) % 26))
  switch (format) {
    case 'lowerLetter':
      return letter
    case 'upperLetter':
      return letter.toUpperCase()
    case 'lowerRoman':
      return romanNumber(value).toLowerCase()
    case 'upperRoman':
      return romanNumber(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x24_5f + value) : String(value)
    default:
      return String(value)
  }
}

function levelIn(element: string): number {
  return Number(valueIn(element, 'w:ilvl') ?? 0)
}

function countOf(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 1
}

function attributeIn(element: string, name: string): string | null {
  const tag = element.slice(0, element.indexOf('>'))
  return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? null
}

function xmlText(text: string): string {
  // What stands in an attribute of XML is escaped there already, save the signs of markup.
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
