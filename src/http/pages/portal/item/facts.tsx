import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { asChild } from '../../../ui/markup.ts'
import { Tag } from '../../../ui/tag.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { standingNames } from '../../../ui/words/norm.ts'
import { standard } from '../../../ui/words/standard.ts'
import { portal } from '../../../ui/words/portal.ts'
import { columnHref } from '../catalog/columns.ts'
import { code, Minute, validityTag } from './item-table.tsx'
import { sourceHref } from './source-link.ts'

const words = portal.item

/** The box of metadata above a document (信息要素), in the order of the State Council's library. */
export function ItemFacts({ c, item }: { c: Context<AppEnv>; item: ItemView }): JSX.Element {
  const { to } = c.get('site')
  const column = item.columnPath.at(-1)
  const source = sourceHref(item.sourceUrl, to)
  const rows: (SummaryRow | null)[] = [
    { label: words.indexNumber, value: asChild(code(item.indexNumber)) },
    { label: words.theme, value: item.theme ?? words.none },
    { label: words.issuer, value: item.issuer },
    { label: words.writtenOn, value: item.writtenOn ?? words.none },
    { label: words.title, value: item.title, repeat: true },
    { label: words.docNumber, value: item.docNumber ?? words.none },
    { label: words.publishedAt, value: <Minute at={item.publishedAt} /> },
    { label: words.genre, value: item.genre ?? words.none },
    {
      label: words.validity,
      value: <Validity item={item} />,
    },
    {
      label: words.category,
      value:
        column === undefined ? words.none : <a href={columnHref(column.id, to)}>{column.name}</a>,
    },
    { label: words.attribute, value: attributeName(item.attribute) },
    ...termRows(item.term),
    item.matters.length === 0
      ? null
      : {
          label: standard.onItem,
          value: (
            <>
              {item.matters.map(({ id, name }) => (
                <span class="matter-link">
                  <a href={to.standardCatalog(id)}>{name}</a>
                </span>
              ))}
            </>
          ),
          wide: true,
        },
    item.summary === null || item.summary === ''
      ? null
      : { label: words.summary, value: item.summary, wide: true },
    source === null
      ? null
      : {
          label: words.source,
          value: (
            <a href={source} rel="external noopener nofollow">
              {words.openSource}
            </a>
          ),
          wide: true,
        },
  ]
  return (
    <section aria-label={words.factsLabel}>
      <SummaryList paired rows={rows.filter((row) => row !== null)} />
    </section>
  )
}

/** Whether it holds today (有效性): what the register says goes before the state that lists know. */
function Validity({ item: { validity, term } }: { item: ItemView }): JSX.Element {
  if (term === null || validity !== 'valid' || term.standing === 'valid') {
    return <>{asChild(validityTag(validity))}</>
  }
  const { standing } = term
  return <Tag tone={standing === 'not-yet' ? 'yellow' : 'grey'}>{standingNames[standing]}</Tag>
}

function termRows(term: ItemView['term']): SummaryRow[] {
  if (term === null) return []
  return [
    { label: words.unifiedNumber, value: term.number ?? words.none },
    { label: words.effectiveOn, value: term.effectiveOn ?? words.none },
    { label: words.expiresOn, value: term.expiresOn ?? words.none },
  ]
}

function attributeName(attribute: string): string {
  const names: Readonly<Record<string, string>> = words.attributes
  return names[attribute] ?? attribute
}
