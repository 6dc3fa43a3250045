import type { Agency } from '../../../../domain/agency/agency.ts'
import { toFormText } from '../../../../domain/document/form/text.ts'
import { fromForm } from '../../../../domain/document/form/from-form.ts'
import { safeText } from '../../../../domain/document/safe-text.ts'
import { documentTree, type DocumentTree } from '../../../../domain/document/tree.ts'
import { readFields } from '../../../../domain/item/kinds/check-fields.ts'
import { itemKinds, kindOf } from '../../../../domain/item/kinds/kind-of.ts'
import { figureNames } from '../../../../domain/item/figures.ts'
import type { ItemKind } from '../../../../domain/item/kinds/kind.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { formErrors, type FormErrors } from '../../../ui/form-names.ts'
import { kindInput, kindText } from '../../../ui/kind/kind-form.ts'
import { itemWords } from '../../../ui/words/item.ts'
import { agencyNames, readAgencies } from './co-agencies.ts'

const words = itemWords.form

/** Fields of the form that hold one text each, and are empty when nothing is said. */
const texts = [
  'docNumber',
  'writtenOn',
  'summary',
  'theme',
  'genre',
  'attribute',
  'ground',
  'groundReason',
  'sourceUrl',
  'unit',
  'matter',
  'note',
] as const

/** Most characters of the text of a form. */
const sourceLimit = 400_000

/** Agencies as the form knows them: this one, and all of the region. */
export type Agencies = { own: Agency; all: readonly Agency[] }

/** How an item stands in its form (表单初值). */
export function formOf(item: DeskItem, { all }: Agencies): Map<string, string> {
  const text = new Map<string, string>()
  for (const name of texts) text.set(name, item[name] ?? '')
  text.set('coAgencies', agencyNames(item.coAgencies, all))
  text.set('interprets', item.interprets.join('\n'))
  text.set('title', item.title)
  text.set('issuer', item.issuer)
  text.set('category', item.category)
  text.set('visibility', item.visibility)
  text.set('source', toFormText(item.document, figureNames(item.attachments)))
  const kind = kindOf(item.kind)
  if (kind === null) return text
  return new Map([...text, ...kindText(kind, item.fields), ['kind', kind.id]])
}

/** Fields that keep what stood there when they are emptied. */
const kept = ['issuer', 'category', 'visibility'] as const

/** Reads a filled form as what a draft or a change says; an emptied field takes back what stood there. */
function partsOf(
  text: ReadonlyMap<string, string>,
  coAgencies: readonly string[],
): Record<string, unknown> {
  const given = (name: string): string | undefined => text.get(name)?.trim()
  const pairs: (readonly [string, unknown])[] = [
    ...texts.map((name) => [name, given(name) === '' ? null : given(name)] as const),
    ['coAgencies', text.has('coAgencies') ? coAgencies : undefined],
    [
      'interprets',
      given('interprets')
        ?.split(/\s+/u)
        .filter((line) => line !== ''),
    ],
    ...kept.map((name) => [name, given(name) === '' ? undefined : given(name)] as const),
    ['title', given('title')],
    documentPart(text),
    ['pictures', given('pictures') === '' ? undefined : given('pictures')],
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

/** The text over the file that was read in, or over what stood there, so that what was not touched stays. */
function documentPart(text: ReadonlyMap<string, string>): readonly [string, unknown] {
  const source = text.get('source')
  const read = treeIn(text.get('document') ?? '')
  const said = read === null ? null : safeText(sourceLimit).safeParse(source)
  return read !== null && said?.success === true
    ? ['document', fromForm(said.data, read)]
    : ['source', source]
}

function treeIn(json: string): DocumentTree | null {
  if (json === '') return null
  try {
    const parsed = documentTree.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The special kind that a form is for (专项类型); the plain document when none is chosen. */
export function kindIn(text: ReadonlyMap<string, string>): ItemKind | null {
  return kindOf(text.get('kind') ?? '') ?? itemKinds[0] ?? null
}

/** Reads a filled form as a draft or a change says it, or what is wrong with it at which field. */
export function readItemForm(
  text: ReadonlyMap<string, string>,
  { own, all }: Agencies,
): { parts: Record<string, unknown> } | { errors: FormErrors } {
  const { ids, unknown } = readAgencies(text.get('coAgencies') ?? '', all, own)
  const said = unknown.map((name) => `“${name}”`).join('')
  const strange = words.coAgenciesUnknown.replace('{names}', () => said)
  const errors = unknown.length === 0 ? {} : { coAgencies: strange }
  const kind = text.has('kind') ? kindIn(text) : null
  const read = kind === null ? null : readFields(kind.id, kindInput(kind, text))
  if (read?.ok === false && read.refusal.code === 'invalid') {
    return { errors: { ...formErrors(read.refusal.errors), ...errors } }
  }
  if (unknown.length > 0) return { errors }
  const parts = partsOf(text, ids)
  return kind === null || read?.ok !== true
    ? { parts }
    : { parts: { ...parts, kind: kind.id, fields: read.value } }
}

/** Whether a button asked for another form rather than for saving: another kind, or more rows. */
export function asksForm(text: ReadonlyMap<string, string>): boolean {
  return (
    text.get('act') === 'kind' || [...text.keys()].some((name) => /^fields\.\w+\.more$/.test(name))
  )
}
