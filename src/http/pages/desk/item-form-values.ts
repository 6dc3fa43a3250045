import { toText } from '../../../domain/document/to-text.ts'
import { documentTree, type DocumentTree } from '../../../domain/document/tree.ts'
import type { DeskItem } from '../../../usecases/item/show-desk-item.ts'

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
  return text
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
