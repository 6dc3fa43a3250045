import type { JSX } from 'hono/jsx/jsx-runtime'
import { healthColours } from '../../../../domain/catalog/health.ts'
import type { FileComparison } from '../../../../usecases/catalog/compare-files.ts'
import type { ExaminedColumn, Examination } from '../../../../usecases/catalog/examine-columns.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { DataTable, type TableRow } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import {
  cadenceNames,
  cadenceWords,
  carrierWords,
  ownerWords,
  catalogDesk,
  healthWords,
} from '../../../ui/words/catalog.ts'
import { columnHref } from '../../portal/catalog/columns.ts'
import { CatalogFiles } from './catalog-files.tsx'
import { CatalogNav } from './catalog-nav.tsx'
import type { Paths } from '../../../paths.ts'
import type { Frame } from '../frame.ts'

const words = catalogDesk

/** What is wrong with the catalogue today (栏目体检), the most urgent first. */
export function CatalogHealthPage(props: {
  frame: Frame
  examined: Examination
  compared: FileComparison
  isDone: boolean
}): JSX.Element {
  const { frame, examined, compared, isDone } = props
  const { name, inForceFrom } = examined.trunk
  return (
    <DeskPage {...frame} title={words.title} current="catalog">
      <h1>{words.title}</h1>
      <CatalogNav c={frame.c} current="deskCatalog" />
      {isDone ? <Notice tone="success" title={words.checkDone} /> : null}
      <p class="lead">{words.lead}</p>
      <ul class="health-counts" aria-label={words.countsLabel}>
        {healthColours.map((colour) => (
          <li>
            <Tag tone={colour}>{words.colours[colour]}</Tag> {figure(examined.counts[colour])}
          </li>
        ))}
      </ul>
      <DataTable
        caption={words.title}
        columns={[
          { label: words.column, kind: 'title' },
          { label: words.finding },
          { label: words.cadence },
          { label: words.duty },
          { label: words.count, kind: 'number' },
          { label: words.last, kind: 'date' },
          { label: words.due, kind: 'date' },
          { label: words.checked },
          { label: words.act },
        ]}
        rows={examined.columns.map((column) => rowOf(frame, column))}
      />
      <CatalogFiles frame={frame} compared={compared} />
      <p class="field-hint">{words.trunk.replace('{name}', name).replace('{from}', inForceFrom)}</p>
    </DeskPage>
  )
}

function Steps({ to, column }: { to: Paths; column: ExaminedColumn }): JSX.Element {
  const { id, name, actions } = column
  return (
    <>
      {actions.includes('check') ? (
        <a class="row-step" href={to.columnCheck(id)}>
          {words.check}
          <span class="away">{name}</span>
        </a>
      ) : null}
      {actions.includes('refile') ? (
        <a class="row-step" href={to.columnMoves({ from: id })}>
          {words.move}
          <span class="away">{name}</span>
        </a>
      ) : null}
    </>
  )
}

function rowOf(frame: Frame, column: ExaminedColumn): TableRow {
  const { to } = frame.c.var.site
  const { colour, cadence, dueOn, check } = column
  return {
    cells: [
      <div>
        <a href={columnHref(column.id, to)}>{column.name}</a>
        <small class="c-note">
          {[column.mandatory ? words.mandatory : '', column.article ?? '']
            .filter(Boolean)
            .join('，')}
        </small>
      </div>,
      <div>
        <Tag tone={colour}>{words.colours[colour]}</Tag>
        {column.code === 'fine' ? null : ` ${healthWords(column)}`}
      </div>,
      <div>
        {cadenceNames[cadence.kind]}
        <small class="c-note">{cadenceWords(cadence)}</small>
      </div>,
      <div>
        {ownerWords(column.owner, frame.c.var.site.agency.name)}
        <small class="c-note">{carrierWords(column.channels)}</small>
      </div>,
      figure(column.count),
      column.lastOn ?? words.never,
      dueOn === null ? words.never : `${dueOn}${column.provisional ? words.provisional : ''}`,
      check === null ? (
        words.never
      ) : (
        <div>
          {check.on}
          <small class="c-note">{`${check.by}：${check.note}`}</small>
        </div>
      ),
      <Steps to={to} column={column} />,
    ],
  }
}
