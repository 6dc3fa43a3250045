import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { itemLifecycle, type ItemTransition } from '../../../../domain/item/lifecycle.ts'
import { isItemState, type ItemState } from '../../../../domain/item/states.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { LifecycleChart } from '../../../ui/chart/lifecycle-chart.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { common, roleNames } from '../../../ui/words/common.ts'
import { itemActionLabels, itemStateLabels } from '../../../ui/words/item.ts'
import { portal } from '../../../ui/words/portal.ts'
import { pageMeta } from './columns.ts'

const words = portal.procedure

/** From draft to the public; a second review is there only in agencies with three levels. */
const threeLevels = [
  'draft',
  'first-review',
  'second-review',
  'final-review',
  'approved',
  'scheduled',
  'published',
] as const satisfies readonly ItemState[]
const ends = ['withdrawn', 'replaced', 'merged', 'repealed', 'gone', 'lapsed'] as const

/** How information gets out and how it ends (公开流程): drawn from the table that the desk obeys. */
export function ProcedurePage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.get('site')
  const hasSecond = agency.settings.reviewLevels === 3
  const path = threeLevels.filter((state) => hasSecond || state !== 'second-review')
  const rows = itemLifecycle.filter(
    ({ from, to: next }) => hasSecond || (from !== 'second-review' && next !== 'second-review'),
  )
  return (
    <Page
      c={c}
      title={words.title}
      current="guide"
      meta={{ level: 'list', column: pageMeta(words.title, words.lead) }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="pair">
        <figure class="lifecycle-frame">
          <LifecycleChart
            title={words.title}
            path={path}
            ends={ends}
            steps={rows.map(({ from, to: next, action }) => {
              return { from, to: next, label: itemActionLabels[action] }
            })}
            nameOf={nameOf}
            back={words.back}
          />
        </figure>
        <div>
          {words.rules.map((rule) => (
            <p>{rule}</p>
          ))}
          <p class="submit">
            <a class="button-line" href={to.guide()}>
              {words.guide}
            </a>
          </p>
        </div>
      </div>
      <DataTable
        caption={words.table}
        showCaption
        columns={[
          { label: words.from },
          { label: words.step },
          { label: words.to },
          { label: words.who },
          { label: words.law },
        ]}
        rows={grouped(rows).map(({ from, step: { action, to: next, roles, law } }) => ({
          cells: [
            from.map(nameOf).join('、'),
            itemActionLabels[action],
            nameOf(next),
            roles.map(roleName).join('、'),
            law,
          ],
        }))}
      />
    </Page>
  )
}

/** Steps that are the same from several states, as one line each. */
function grouped(rows: readonly ItemTransition[]): { from: ItemState[]; step: ItemTransition }[] {
  const groups = Map.groupBy(rows, ({ action, to: next, roles, law }) =>
    [action, next, roles.join(), law].join('|'),
  )
  return [...groups.values()].flatMap((group) => {
    const [step] = group
    return step === undefined ? [] : [{ from: group.map(({ from }) => from), step }]
  })
}

function nameOf(state: string): string {
  return isItemState(state) ? itemStateLabels[state] : state
}

function roleName(role: string): string {
  const names: Readonly<Record<string, string>> = roleNames
  return names[role] ?? common.system
}
