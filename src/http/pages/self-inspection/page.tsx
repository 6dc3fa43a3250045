import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Rule } from '../../../domain/self-inspection/rule.ts'
import type { Outcome, RuleLevel, SelfInspection } from '../../../domain/self-inspection/types.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { DataTable, type TableRow } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { fill } from '../../ui/words/office.ts'
import { ruleTexts } from '../../ui/words/self-inspection-rules.ts'
import {
  colourNames,
  leftWords,
  levelLeads,
  levelNames,
  selfInspection as words,
  standWords,
  stateNames,
  tripWords,
} from '../../ui/words/self-inspection.ts'
import { CatalogNav } from '../desk/catalog/catalog-nav.tsx'
import type { Frame } from '../desk/frame.ts'
import { EvidenceList } from './evidence.tsx'
import { Verdict } from './verdict.tsx'

const levels: readonly RuleLevel[] = ['veto', 'deduction', 'warning']

/** The self-inspection at the desk (网站自查): the verdict, then every rule in the order of the published table. */
export function SelfInspectionPage(props: {
  frame: Frame
  inspected: SelfInspection
  rules: readonly Rule[]
  mayRecord: boolean
}): JSX.Element {
  const { frame, inspected, rules, mayRecord } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.title} current="catalog">
      <h1>{words.title}</h1>
      <CatalogNav c={frame.c} current="selfInspection" />
      <p class="lead">{words.lead}</p>
      <Verdict inspected={inspected} />
      {levels.map((level) => (
        <section class="inspection">
          <h2>{levelNames[level]}</h2>
          <p class="field-hint">{levelLeads[level]}</p>
          <DataTable
            caption={levelNames[level]}
            columns={[
              { label: words.rule, kind: 'title' },
              { label: words.state, kind: 'date' },
              { label: words.stand },
              { label: words.left },
              { label: words.points, kind: 'number' },
            ]}
            rows={inspected.outcomes
              .filter((outcome) => outcome.level === level)
              .flatMap((outcome) => rowOf(frame, rules, outcome, mayRecord))}
          />
        </section>
      ))}
      <ExportLinks
        of={words.file}
        csv={to.selfInspection({ format: 'csv' })}
        xlsx={to.selfInspection({ format: 'xlsx' })}
      />
      <p class="field-hint no-print">{words.print}</p>
    </DeskPage>
  )
}

function rowOf(
  frame: Frame,
  rules: readonly Rule[],
  outcome: Outcome,
  mayRecord: boolean,
): TableRow[] {
  const { to } = frame.c.var.site
  const rule = rules.find(({ id }) => id === outcome.rule)
  if (rule === undefined) return []
  const { name, asks, mend } = ruleTexts[rule.id]
  const isCalm = outcome.state === 'clear' || outcome.state === 'not-applicable'
  return [
    {
      cells: [
        <div>
          <strong>{name}</strong>
          <small class="c-note">{`${asks}${sourceWords(rule)}`}</small>
        </div>,
        <StateTag outcome={outcome} />,
        <div>
          {standWords(rule, outcome)}
          {isCalm ? null : <small class="c-note">{mend}</small>}
          <EvidenceList to={to} outcome={outcome} />
          {rule.hand === null ? null : (
            <Record frame={frame} outcome={outcome} mayRecord={mayRecord} />
          )}
        </div>,
        <Left rule={rule} outcome={outcome} />,
        outcome.points === 0 ? '' : String(outcome.points),
      ],
    },
  ]
}

function Left({ rule, outcome }: { rule: Rule; outcome: Outcome }): JSX.Element | null {
  const [left, trip] = [leftWords(rule, outcome), tripWords(outcome)]
  if (trip === '') return null
  return (
    <div>
      {left}
      <small class="c-note">{trip}</small>
    </div>
  )
}

function Record(props: { frame: Frame; outcome: Outcome; mayRecord: boolean }): JSX.Element {
  const { frame, outcome, mayRecord } = props
  const { to } = frame.c.var.site
  return (
    <p class="inspection-record">
      {outcome.goodUntil === null ? null : (
        <small>{fill(words.goodUntil, { on: outcome.goodUntil })}</small>
      )}
      <a class="row-step no-print" href={to.selfChecks(outcome.rule)}>
        {mayRecord ? words.record : words.records}
        <span class="away">：{ruleTexts[outcome.rule].name}</span>
      </a>
    </p>
  )
}

/** The state of a rule in colour and word (状态). */
export function StateTag({ outcome }: { outcome: Outcome }): JSX.Element {
  const { state, colour } = outcome
  if (colour !== null) return <Tag tone={colour}>{colourNames[colour]}</Tag>
  const tone: Tone = state === 'clear' ? 'green' : 'grey'
  return <Tag tone={tone}>{stateNames[state]}</Tag>
}

/** How sure the number is; of warnings that is said once above them all. */
function sourceWords({ level, standing }: Rule): string {
  return level === 'warning' ? '' : words.standing[standing]
}
