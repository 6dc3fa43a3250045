import { attach } from './attach.ts'
import type { Font, ShapedScript } from './font.ts'
import type { Form, Item } from './item.ts'
import { formsOf } from './joining.ts'
import type { Run } from './ligate.ts'
import { inShapingOrder } from './mark-order.ts'
import { substitute } from './substitute.ts'

/** Features that act together; a form acts on its letters only. */
type Stage = { features: readonly string[]; form?: Form }

const byForm: readonly Stage[] = (['isol', 'fina', 'medi', 'init'] as const).map((form) => ({
  features: [form],
  form,
}))
const late = ['calt', 'clig', 'liga', 'rclt', 'mset', 'rlig']

/** In which order the features of a script act, as OpenType's specification of the script has it. */
const stages: Readonly<Record<ShapedScript, readonly Stage[]>> = {
  arab: [
    { features: ['ccmp', 'locl'] },
    ...byForm,
    { features: ['rlig'] },
    { features: late.filter((tag) => tag !== 'rlig') },
  ],
  mong: [{ features: ['ccmp', 'locl'] }, ...byForm, { features: late }],
  tibt: [
    { features: ['ccmp', 'locl'] },
    { features: ['abvs', 'blws', 'haln', 'pres', 'psts', 'abvm', 'blwm', ...late] },
  ],
}

/** Glyphs for a text of one script, in the order of the text, marks set on their letters (成形). */
export function shape(font: Font, text: string): Item[] {
  const items = itemsOf(font, text)
  const run: Run = { items, kinds: font.kinds, lookup: font.lookup, ligatures: 0 }
  for (const { features, form = null } of stages[font.script]) {
    const lookups = new Set(features.flatMap((tag) => font.features.get(tag) ?? []))
    for (const index of [...lookups].toSorted((a, b) => a - b)) substitute(run, index, form)
  }
  for (const attaching of font.attachings) attach(items, font.kinds, attaching)
  return items
}

function itemsOf(font: Font, text: string): Item[] {
  const chars = inShapingOrder(text)
  const forms = font.script === 'tibt' ? [] : formsOf(chars.map(({ char }) => char))
  return chars.map(({ char, from }, at) => ({
    glyph: font.glyphOf.get(char) ?? 0,
    from,
    form: forms[at] ?? null,
    ignorable: ignorabilityOf(char, font.script),
    isSubstituted: false,
    ligature: 0,
    letters: 1,
    component: 0,
    isMultiplied: false,
    attached: null,
  }))
}

function ignorabilityOf(char: string, script: ShapedScript): Item['ignorable'] {
  if (/[\u180b-\u180d\u180f\u034f]/.test(char)) return 'hidden'
  if (char === '\u200c' || (char === '\u200d' && script !== 'mong')) return 'joiner'
  return /\p{Default_Ignorable_Code_Point}/u.test(char) ? 'skipped' : 'no'
}
