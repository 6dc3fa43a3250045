import type { JSX } from 'hono/jsx/jsx-runtime'
import { grounds } from '../../../../domain/item/grounds.data.ts'
import { type InnerPage, innerReasons } from '../../../../usecases/item/list-inner.ts'
import { BarChart } from '../../../ui/chart/bar-chart.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { itemWords as words } from '../../../ui/words/item.ts'
import type { Frame } from '../frame.ts'

/** What the agencies at and below an office keep from the public (不公开清单), by ground. */
export function InnerListPage(props: {
  frame: Frame
  reason: (typeof innerReasons)[number]
  list: InnerPage
  isFirst: boolean
}): JSX.Element {
  const { frame, reason, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.inner}
      current="items"
      breadcrumbs={[{ label: words.items, href: to.deskItems() }, { label: words.inner }]}
    >
      <h1>{words.inner}</h1>
      <p class="lead">{words.innerLead}</p>
      <nav class="switch" aria-label={words.viewsLabel}>
        <ul>
          {innerReasons.map((name) => (
            <li>
              <a
                href={to.deskInner({ reason: name })}
                aria-current={name === reason ? 'true' : undefined}
              >
                {words.innerReasons[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={words.innerNone} />
      ) : (
        <>
          {reason === 'withheld' ? (
            <BarChart
              caption={words.innerByGround}
              unit={words.innerUnit}
              categories={list.grounds.map(({ ground }) => groundName(ground))}
              series={[{ name: words.innerUnit, values: list.grounds.map(({ n }) => n) }]}
            />
          ) : null}
          <DataTable
            caption={words.inner}
            columns={[
              { label: words.title, kind: 'title' },
              { label: words.agency },
              { label: words.form.ground },
              { label: words.decidedOn, kind: 'date' },
              { label: words.reassessOn, kind: 'date' },
            ]}
            rows={list.items.map(({ title, agency, ground, decidedOn, reassessOn }) => ({
              cells: [
                title ?? words.noName,
                agency.name,
                ground === null ? '' : groundName(ground),
                decidedOn,
                reassessOn ?? '',
              ],
            }))}
          />
        </>
      )}
      <Pager
        next={list.next === null ? null : to.deskInner({ reason, cursor: list.next })}
        first={isFirst ? null : to.deskInner({ reason })}
      />
    </DeskPage>
  )
}

function groundName(key: string | null): string {
  const found = grounds.find((ground) => ground.key === key)
  return found === undefined ? words.noGround : `${found.article}：${found.label}`
}
