import type { JSX } from 'hono/jsx/jsx-runtime'
import type { GuideBlock } from '../../../domain/service/guide.ts'
import type { DeskServices } from '../../../usecases/service/list-desk-guides.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { guideBlockNames, guideStateNames, powerTypeNames, service } from '../../ui/words/power.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'
import { ServiceSwitch } from './desk-switch.tsx'
import { DueNote } from './due-checks-page.tsx'

/** A part of the desk's list of guides. */
export type GuidePart = 'lacking' | 'all'

const parts = [
  ['lacking', service.lackingPart],
  ['all', service.allPart],
] as const

/** Service matters at the desk (缺项清单): what each guide lacks, in public and in the text being written. */
export function DeskServicesPage(props: {
  frame: Frame
  part: GuidePart
  list: DeskServices
  isFirst: boolean
}): JSX.Element {
  const { frame, part, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={service.deskGuides} current="services">
      <h1>{service.deskGuides}</h1>
      <ServiceSwitch to={to} current="guides" />
      <p class="lead">{service.guidesLead}</p>
      <DueNote counts={list.toCheck} href={to.powerChecks({ kind: 'guide' })} />
      <nav class="switch" aria-label={service.partsLabel}>
        <ul>
          {parts.map(([name, label]) => (
            <li>
              <a
                href={to.deskServices({ part: name })}
                aria-current={name === part ? 'true' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={service.guidesNone}>
          <p>{service.guidesNoneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={service.deskGuides}
          columns={[
            { label: service.name, kind: 'title' },
            { label: service.type, kind: 'date' },
            { label: service.unit },
            { label: service.guideState, kind: 'date' },
            { label: service.publicLacks },
            { label: service.draftLacks },
          ]}
          rows={list.items.map((row) => ({
            cells: [
              <a href={to.deskService(row.id)}>{row.name}</a>,
              labelOf(powerTypeNames, row.type),
              row.unit,
              row.state === null ? service.notBegun : guideStateNames[row.state],
              <Lacking blocks={row.lacking} />,
              row.state === null ? '' : <Lacking blocks={row.textLacks} />,
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.deskServices({ part, cursor: list.next })}
        first={isFirst ? null : to.deskServices({ part })}
      />
    </DeskPage>
  )
}

/** The blocks that a guide lacks, by name, or that it lacks none. */
export function Lacking({ blocks }: { blocks: readonly GuideBlock[] }): JSX.Element {
  if (blocks.length === 0) return <Tag tone="green">{service.whole}</Tag>
  return (
    <>
      <Tag tone="yellow">{service.lackingCount.replace('{n}', String(blocks.length))}</Tag>
      <small class="cell-note">{blocks.map((block) => guideBlockNames[block]).join('、')}</small>
    </>
  )
}
