import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NormList } from '../../../../usecases/norm/list-norms.ts'
import { may } from '../../../../usecases/permissions.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { norm as words, normStates } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'
import { DueTags } from './due-tags.tsx'
import { NormSwitch } from './norm-switch.tsx'

/** The register of normative documents at the desk (规范性文件登记簿), with what is due for each. */
export function NormsPage(props: {
  frame: Frame
  part: 'all' | 'due' | 'lacking'
  list: NormList
  isFirst: boolean
}): JSX.Element {
  const { frame, part, list, isFirst } = props
  const { to } = frame.c.var.site
  const query = part === 'lacking' ? { lacking: 'interpretation' } : {}
  return (
    <DeskPage {...frame} title={words.title} current="norms">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <NormSwitch frame={frame} current={part} />
      {may(frame.c.var.ctx.actor, 'norm.draft') ? (
        <p class="submit">
          <a class="button" href={to.newNorm()}>
            {words.newDocument}
          </a>
          <a class="button-line" href={to.enterNorm()}>
            {words.enterDocument}
          </a>
        </p>
      ) : null}
      {list.items.length === 0 ? (
        <Empty part={part} />
      ) : (
        <DataTable
          caption={words.views[part]}
          columns={[
            { label: words.name, kind: 'title' },
            { label: words.number, kind: 'code' },
            { label: words.state },
            { label: words.due },
            { label: words.publishedOn, kind: 'date' },
            { label: words.expiresOn, kind: 'date' },
          ]}
          rows={list.items.map((one) => ({
            cells: [
              <a href={to.deskNorm(one.id)}>{one.title}</a>,
              one.number === null ? words.noNumber : <span class="nowrap">{one.number}</span>,
              <span class="nowrap">{normStates[one.state]}</span>,
              <>
                {part === 'due' && one.isMine ? <Tag tone="blue">{words.mine}</Tag> : null}{' '}
                <DueTags dues={one.dues} />
                {one.remark === null ? null : <p class="field-hint">{one.remark}</p>}
              </>,
              one.publishedOn ?? '',
              one.expiresOn ?? '',
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.deskNorms({ ...query, cursor: list.next })}
        first={isFirst ? null : to.deskNorms(query)}
      />
    </DeskPage>
  )
}

function Empty({ part }: { part: 'all' | 'due' | 'lacking' }): JSX.Element {
  if (part === 'due') return <EmptyState title={words.noneDue} />
  if (part === 'lacking') return <EmptyState title={words.noneLacking} />
  return (
    <EmptyState title={words.none}>
      <p>{words.noneWhy}</p>
    </EmptyState>
  )
}
