import type { JSX } from 'hono/jsx/jsx-runtime'
import { figureText, isReportable } from '../../../domain/statistics/manual.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import type {
  ManualFigure,
  ManualFigures,
} from '../../../usecases/statistics/list-manual-figures.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import { fieldId } from '../../ui/form-names.ts'
import { Details, EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { figures as words } from '../../ui/words/figures.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { FigureSwitch } from './switch.tsx'

/** The figures that an agency enters by hand for a period (人工填报): all in one form. */
export function FiguresPage(props: {
  frame: Frame
  view: ManualFigures
  filled: Filled
  today: LocalDate
  mayAttest: boolean
  isBadPeriod: boolean
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, filled, today, mayAttest, isBadPeriod, notice } = props
  const { to } = frame.c.var.site
  const { period, items } = view
  const isOpen = isReportable(period, today)
  const mayEnter = mayAttest && isOpen
  return (
    <DeskPage {...frame} title={words.title} current="office">
      <h1>{words.title}</h1>
      <FigureSwitch frame={frame} part="manual" />
      <ErrorSummary errors={filled.errors} />
      {isBadPeriod ? <Notice tone="warning" title={words.badPeriod} /> : null}
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          {notice.text}
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <Form action={to.figures()} method="get" className="filter-line">
        <TextField
          name="period"
          label={words.period}
          hint={words.periodHint}
          value={period.key}
          maxlength={7}
        />
        <SubmitRow label={words.show} />
      </Form>
      <h2>{periodName(period)}</h2>
      {items.length === 0 ? <EmptyState title={words.nothing} /> : null}
      {items.length > 0 && !isOpen ? <Notice tone="info" title={words.tooEarly} /> : null}
      {items.length > 0 && isOpen && !mayAttest ? <p class="lead">{words.readOnly}</p> : null}
      {items.length === 0 ? null : mayEnter ? (
        <Form action={to.figures()}>
          <Hidden name="period" value={period.key} />
          <FigureTables items={items} filled={filled} mayEnter />
          <TextField
            {...fieldOf(filled, 'reason', words.reason)}
            hint={words.reasonHint}
            maxlength={300}
          />
          <SubmitRow label={words.submit} />
        </Form>
      ) : (
        <FigureTables items={items} filled={filled} mayEnter={false} />
      )}
      <History items={items} />
    </DeskPage>
  )
}

type Shown = { filled: Filled; mayEnter: boolean }
/** A figure with its place in the form */
type Placed = { figure: ManualFigure; at: number }

function FigureTables({
  items,
  ...shown
}: Shown & { items: readonly ManualFigure[] }): JSX.Element {
  const placed = items.map((figure, at) => ({ figure, at }))
  const fields = Map.groupBy(placed, ({ figure }) => figure.indicator.field)
  return (
    <>
      {[...fields].map(([field, rows]) => (
        <>
          {fields.size > 1 ? <h3>{words.fields[field]}</h3> : null}
          {field === 'counters' ? <p class="lead">{words.countersLead}</p> : null}
          <FigureTable caption={words.fields[field]} rows={rows} {...shown} />
        </>
      ))}
    </>
  )
}

function FigureTable(props: Shown & { caption: string; rows: readonly Placed[] }): JSX.Element {
  const { caption, rows, filled, mayEnter } = props
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: words.indicator, kind: 'title' },
        { label: words.value },
        { label: words.unit, kind: 'date' },
        { label: words.attestedBy, kind: 'minute' },
      ]}
      rows={rows.map(({ figure, at }) => ({
        cells: [
          <>
            {mayEnter ? (
              <label for={fieldId(`value-${at}`)}>{figure.indicator.name}</label>
            ) : (
              figure.indicator.name
            )}
            {figure.indicator.field === 'forms' ? (
              <small class="c-note">
                {words.law}：{figure.indicator.law}
              </small>
            ) : null}
          </>,
          mayEnter ? <Entry figure={figure} at={at} filled={filled} /> : shownValue(figure),
          figure.indicator.unit,
          lastAttestation(figure),
        ],
      }))}
    />
  )
}

function Entry(props: { figure: ManualFigure; at: number; filled: Filled }): JSX.Element {
  const { figure, at, filled } = props
  const name = `value-${at}`
  const error = filled.errors[name]
  const typed = filled.text.get(name)
  const isNone = filled.text.has(name)
    ? filled.text.get(`none-${at}`) === 'yes'
    : figure.state === 'notApplicable'
  return (
    <>
      <Hidden name={`indicator-${at}`} value={figure.indicator.code} />
      <Hidden name={`version-${at}`} value={String(figure.version)} />
      <input
        id={fieldId(name)}
        name={name}
        class="input input-short"
        inputmode="decimal"
        maxlength={30}
        value={typed ?? (figure.state === 'value' ? shownValue(figure) : '')}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${fieldId(name)}-error`}
      />{' '}
      <label class="inline-choice">
        <input type="checkbox" name={`none-${at}`} value="yes" checked={isNone} />
        {words.notApplicable}
      </label>
      {error === undefined ? null : (
        <p class="field-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

function shownValue({ state, value, indicator }: ManualFigure): string {
  if (state === 'unreported') return words.unreported
  return value === null ? words.notApplicable : figureText(value, indicator)
}

function lastAttestation({ versions }: ManualFigure): string {
  const last = versions.at(-1)
  return last === undefined
    ? words.unreported
    : `${last.by ?? ''} ${toRfc3339(last.at).slice(0, 10)}`
}

/** Figures that were changed, with every value that they had. */
function History({ items }: { items: readonly ManualFigure[] }): JSX.Element | null {
  const changed = items.filter(({ versions }) => versions.length > 1)
  if (changed.length === 0) return null
  return (
    <Details summary={words.history}>
      <DataTable
        caption={words.history}
        columns={[
          { label: words.indicator, kind: 'title' },
          { label: words.version.replace('{n} ', ''), kind: 'date' },
          { label: words.value, kind: 'number' },
          { label: words.attestedBy, kind: 'minute' },
          { label: words.reason },
        ]}
        rows={changed.flatMap(({ indicator, versions }) =>
          versions.map(({ value, by, at, reason }, n) => ({
            cells: [
              indicator.name,
              fill(words.version, { n: n + 1 }),
              value === null ? words.notApplicable : figureText(value, indicator),
              `${by ?? ''} ${toRfc3339(at).slice(0, 10)}`,
              reason ?? '',
            ],
          })),
        )}
      />
    </Details>
  )
}
