import { toText } from '../../../domain/document/to-text.ts'
import { documentTree, type DocumentTree } from '../../../domain/document/tree.ts'
import { readFields } from '../../../domain/item/kinds/check-fields.ts'
import { itemKinds, kindOf } from '../../../domain/item/kinds/kind-of.ts'
import type { ItemKind } from '../../../domain/item/kinds/kind.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import type { DeskItem } from '../../../usecases/item/show-desk-item.ts'
import { kindInput, kindText } from '../../ui/kind-form.ts'

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
  'note',
] as const

/** Fields of the form that hold a list, one entry a line. */
const lists = ['coAgencies', 'interprets'] as const

/** How an item stands in its form (表单初值). */
export function formOf(item: DeskItem): Map<string, string> {
  const text = new Map<string, string>()
  for (const name of texts) text.set(name, item[name] ?? '')
  for (const name of lists) text.set(name, item[name].join('\n'))
  text.set('title', item.title)
  text.set('issuer', item.issuer)
  text.set('category', item.category)
  text.set('visibility', item.visibility)
  text.set('source', item.body)
  const kind = kindOf(item.kind)
  if (kind === null) return text
  return new Map([...text, ...kindText(kind, item.fields), ['kind', kind.id]])
}

/** Fields that keep what stood there when they are emptied. */
const kept = ['issuer', 'category', 'visibility'] as const

/** Reads a filled form as what a draft or a change says; an emptied field takes back what stood there. */
export function partsOf(text: ReadonlyMap<string, string>): Record<string, unknown> {
  const given = (name: string): string | undefined => text.get(name)?.trim()
  const pairs: (readonly [string, unknown])[] = [
    ...texts.map((name) => [name, given(name) === '' ? null : given(name)] as const),
    ...lists.map(
      (name) =>
        [
          name,
          given(name)
            ?.split(/\s+/u)
            .filter((line) => line !== ''),
        ] as const,
    ),
    ...kept.map((name) => [name, given(name) === '' ? undefined : given(name)] as const),
    ['title', given('title')],
    documentPart(text),
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

/** The tree of a file that was read in, as long as its text was not changed by hand; else the text. */
function documentPart(text: ReadonlyMap<string, string>): readonly [string, unknown] {
  const source = text.get('source')
  const read = treeIn(text.get('document') ?? '')
  return read !== null && toText(read) === source ? ['document', read] : ['body', source]
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

/** The kind and its fields as a draft says them, or what is wrong with them. */
export function fieldsIn(
  text: ReadonlyMap<string, string>,
): { parts: Record<string, unknown> } | { refusal: Refusal } {
  const kind = text.has('kind') ? kindIn(text) : null
  if (kind === null) return { parts: {} }
  const read = readFields(kind.id, kindInput(kind, text))
  return read.ok ? { parts: { kind: kind.id, fields: read.value } } : { refusal: read.refusal }
}

/** Whether a button asked for another form rather than for saving: another kind, or more rows. */
export function asksForm(text: ReadonlyMap<string, string>): boolean {
  return (
    text.get('act') === 'kind' || [...text.keys()].some((name) => /^fields\.\w+\.more$/.test(name))
  )
}
