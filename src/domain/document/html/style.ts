import type { HtmlElement } from './parse.ts'
import type { Inline } from '../tree.ts'

type Mark = NonNullable<Inline['marks']>[number]

/** What an element's attributes say about its text; `list` is the depth of a Word list, from 0. */
export type HtmlStyle = {
  isHidden: boolean
  marks: readonly Mark[]
  align: 'center' | 'right' | 'left' | null
  list: number | null
  isListMark: boolean
  handlers: number
}

const hidden =
  /display:none|visibility:(?:hidden|collapse)|font-size:0(?:\.0*)?(?:px|pt|em|rem|%)?(?:;|!|$)|mso-hide:all|opacity:0(?:\.0*)?(?:;|!|$)|(?:left|top|text-indent):-\d{3,}(?:px|pt|em)/

const marking: readonly (readonly [Mark, RegExp])[] = [
  ['bold', /font-weight:(?:bold|[6-9]00)/],
  ['italic', /font-style:(?:italic|oblique)/],
  ['underline', /text-decoration[a-z-]*:[^;]{0,40}underline/],
  ['strike', /text-decoration[a-z-]*:[^;]{0,40}line-through/],
  ['superscript', /vertical-align:super/],
  ['subscript', /vertical-align:sub/],
]

const byName: ReadonlyMap<string, Mark> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
])

/** Reads what an element says about its text by name, attributes and inline style. */
export function styleOf(element: HtmlElement): HtmlStyle {
  const own = new Map(element.attrs.map(({ name, value }) => [name, value]))
  const style = (own.get('style') ?? '').slice(0, 4000).toLowerCase().replaceAll(/\s+/g, '')
  const written = /^(?:center|right)$/.exec(own.get('class') ?? '')?.[0] ?? own.get('align') ?? ''
  const list = /mso-list:l\d+level(\d)/.exec(style)?.[1]
  return {
    isHidden: own.has('hidden') || hidden.test(style),
    marks: marksOf(element.tagName, style),
    align: alignOf(element.tagName, /text-align:(\w+)/.exec(style)?.[1] ?? written.toLowerCase()),
    list: list === undefined ? null : Number(list) - 1,
    isListMark: style.includes('mso-list:ignore'),
    handlers: element.attrs.filter(({ name }) => name.startsWith('on')).length,
  }
}

function marksOf(name: string, style: string): Mark[] {
  const found = style === '' ? [] : marking.filter(([, pattern]) => pattern.test(style))
  const own = byName.get(name)
  const marks = found.map(([mark]) => mark)
  return own === undefined || marks.includes(own) ? marks : [own, ...marks]
}

function alignOf(name: string, value: string): HtmlStyle['align'] {
  if (value === 'center' || value === 'right') return value
  if (value === 'end') return 'right'
  if (value !== '') return 'left'
  return name === 'center' ? 'center' : null
}
