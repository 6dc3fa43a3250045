import { type Package } from '../shared/sheet/xlsx-part.ts'
import { black, type Colour, colourOf, isLost, white } from './colour.ts'
import { tryPart } from './package-parts.ts'
import type { Gatherer } from './reading.ts'

/** What a cell's style does to what stands in it: colour like the ground, and sections of its format. */
export type CellLook = { isAlike: boolean; format: readonly string[] }

/** The looks of a workbook: of cells by style, and of conditional formats by their number. */
export type SheetLooks = { cells: readonly CellLook[]; conditional: readonly CellLook[] }

type Attributes = ReadonlyMap<string, string>
type Fill = Colour | undefined

/** Order in which a style counts the colours of the theme: 1 and 2, 3 and 4 stand crosswise in it. */
const THEME = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5']
const INDEXED = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF']

/** Tells whether a number format shows nothing of a value (如 ;;;); nobody misses a zero. */
export function isBlankFormat(format: readonly string[], value: number | string): boolean {
  if (format.length < 2) return false
  if (typeof value === 'string') return format.length > 3 && format[3] === ''
  if (value === 0) return false
  return (value < 0 ? format[1] : format[0]) === ''
}

/**
 * Reads how cells look (单元格格式) as far as it hides them: font and fill of one colour, formats that
 * show nothing. White on no fill counts only where no table brings a ground of its own.
 */
export function readSheetLooks(pack: Package, gathered: Gatherer): SheetLooks {
  const theme = readTheme(pack, gathered)
  const hasTables = [...pack.entries.keys()].some((name) => /^xl\/(?:pivotT|t)ables\//.test(name))
  const formats = new Map<string, readonly string[]>()
  const [fonts, fills]: [Colour[], Fill[]] = [[], []]
  const cells: CellLook[] = []
  const conditional: CellLook[] = []
  const path: string[] = []
  let dxf: { ink: Fill; fill: Fill; format: readonly string[] } | null = null

  function look(ink: Fill, fill: Fill, format: readonly string[]): CellLook {
    const ground = fill === undefined ? (hasTables ? null : white) : fill
    const isAlike = typeof ink === 'number' && ground !== null && isLost(ink, ground)
    return { isAlike, format }
  }

  function inDifference(name: string, attributes: Attributes, parent: string): void {
    if (dxf === null) return
    if (name === 'color' && parent === 'font') dxf.ink = cellColour(attributes, theme)
    if (name === 'bgColor') dxf.fill = cellColour(attributes, theme)
    if (name === 'numFmt') dxf.format = sectionsOf(attributes.get('formatCode') ?? '')
  }

  const steps: Readonly<Record<string, (attributes: Attributes, parent: string) => void>> = {
    numFmt: (attributes) => {
      formats.set(attributes.get('numFmtId') ?? '', sectionsOf(attributes.get('formatCode') ?? ''))
    },
    font: () => void fonts.push(black),
    color: (attributes, parent) => {
      if (parent === 'font') putLast(fonts, cellColour(attributes, theme))
    },
    fill: () => void fills.push(undefined),
    gradientFill: () => {
      putLast(fills, null)
    },
    patternFill: (attributes) => {
      const pattern = attributes.get('patternType') ?? 'none'
      putLast(fills, pattern === 'none' ? undefined : pattern === 'solid' ? black : null)
    },
    fgColor: (attributes) => {
      if (fills.at(-1) === black) putLast(fills, cellColour(attributes, theme))
    },
    xf: (attributes, parent) => {
      if (parent !== 'cellXfs') return
      const [font, fill] = [attributes.get('fontId') ?? 0, attributes.get('fillId') ?? 0].map(
        Number,
      )
      const format = formats.get(attributes.get('numFmtId') ?? '') ?? []
      cells.push(look(fonts[font ?? 0], fills[fill ?? 0], format))
    },
  }
  tryPart(pack, 'xl/styles.xml', gathered, {
    open(name, attributes) {
      const parent = path.at(-1) ?? ''
      path.push(name)
      if (name === 'dxf') dxf = { ink: undefined, fill: null, format: [] }
      else if (dxf !== null) inDifference(name, attributes, parent)
      else if (Object.hasOwn(steps, name)) steps[name]?.(attributes, parent)
    },
    close(name) {
      path.pop()
      if (name !== 'dxf' || dxf === null) return
      conditional.push(look(dxf.ink, dxf.fill, dxf.format))
      dxf = null
    },
  })
  return { cells, conditional }
}

function putLast<T>(list: T[], value: T): void {
  list[list.length - 1] = value
}

function sectionsOf(code: string): readonly string[] {
  return code
    .slice(0, 255)
    .split(';')
    .map((section) => section.trim())
}

function cellColour(attributes: Attributes, theme: readonly Colour[]): Colour {
  const rgb = attributes.get('rgb')
  const tint = Number(attributes.get('tint') ?? 0)
  const index = Number(attributes.get('indexed') ?? -1)
  if (rgb !== undefined) return tinted(colourOf(rgb), tint)
  if (attributes.has('theme')) return tinted(theme[Number(attributes.get('theme'))] ?? null, tint)
  if (index === 64 || attributes.get('auto') === '1') return black
  if (index === 65) return white
  return index >= 0 && index < 16 ? colourOf(INDEXED[index % 8] ?? '') : null
}

function tinted(colour: Colour, tint: number): Colour {
  if (colour === null || tint === 0 || !Number.isFinite(tint)) return colour
  const shifted = [16, 8, 0].map((by) => {
    const part = (colour >> by) & 0xff
    return Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint)
  })
  return shifted.reduce((sum, part) => sum * 256 + Math.max(0, Math.min(255, part)), 0)
}

function readTheme(pack: Package, gathered: Gatherer): Colour[] {
  const colours = new Map<string, Colour>([
    ['lt1', white],
    ['dk1', black],
  ])
  let slot = ''
  tryPart(pack, 'xl/theme/theme1.xml', gathered, {
    open(name, attributes) {
      if (THEME.includes(name)) slot = name
      else if (slot !== '' && (name === 'srgbClr' || name === 'sysClr')) {
        colours.set(slot, colourOf(attributes.get('lastClr') ?? attributes.get('val') ?? ''))
      }
    },
    close(name) {
      if (name === slot) slot = ''
    },
  })
  return THEME.map((name) => colours.get(name) ?? null)
}
