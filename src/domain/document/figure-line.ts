import type { Block } from './tree.ts'

type Figure = Extract<Block, { type: 'figure' }>

/** How a form calls the file of a figure: by the name of the attachment, where that is known. */
export type FigureName = (file: string) => string

/** A figure as a line of a form says it; `alt` is '' when nothing was said. */
export type WrittenFigure = { name: string; alt: string; caption: string | null }

const longest = 300

/** Writes a figure in one line of a form (图的写法): 〔图：文件名｜说明｜图题〕. */
export function writeFigure({ file, alt, caption }: Figure, nameOf: FigureName): string {
  const parts = [nameOf(file), alt, ...(caption === undefined ? [] : [caption])]
  return `〔图：${parts.map(escaped).join('｜')}〕`
}

/** Reads a line of a form as a figure; null when it is none. */
export function readFigure(line: string): WrittenFigure | null {
  const inside = /^〔图[：:](.+)〕$/u.exec(line.trim())?.[1]
  if (inside === undefined) return null
  const [name = '', alt = '', ...rest] = partsOf(inside)
  if (name === '' || name.length > 255) return null
  const caption = fitting(rest.join('｜'))
  return { name, alt: fitting(alt), caption: caption === '' ? null : caption }
}

/** What a figure is called until it is described. */
export const bareAlt = '图'

/** A figure as its line says it; what the line cannot show stays as it was `before`. */
export function figureOf({ name, alt, caption }: WrittenFigure, before: Figure | null): Figure {
  const { caption: _caption, ...kept } = before ?? { type: 'figure' as const, file: name }
  return {
    ...kept,
    alt: alt === '' ? (caption ?? bareAlt) : alt,
    ...(caption === null ? {} : { caption }),
  }
}

function escaped(part: string): string {
  return part.replaceAll(/[\\｜]/gu, (sign) => `\\${sign}`)
}

function partsOf(inside: string): string[] {
  const parts = ['']
  for (let at = 0; at < inside.length; at += 1) {
    const sign = inside.charAt(at)
    const isEscaped = sign === '\\' && /[\\｜]/u.test(inside.charAt(at + 1))
    if (isEscaped) at += 1
    if (!isEscaped && sign === '｜') parts.push('')
    else parts[parts.length - 1] += inside.charAt(at)
  }
  return parts.map((part) => part.replaceAll('\t', ' ').trim())
}

/** As much as a figure can say, no character cut in two. */
function fitting(text: string): string {
  const cut = text.slice(0, longest)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
