import type { JSX } from 'hono/jsx/jsx-runtime'
import { bulletinLifecycle } from '../../../domain/report/bulletin/lifecycle.ts'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  bulletin as words,
  bulletinActionNames,
  bulletinStateNames,
  issueWayNames,
} from '../../ui/words/bulletin.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { paragraphs } from '../paragraphs.tsx'
import { AddFindingForm } from './add-finding-form.tsx'
import { BulletinFacts } from './facts-panel.tsx'
import { FigureTable } from './figure-table.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { LineTable } from './line-table.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { SheetsPanel } from './sheets-panel.tsx'
import { WritingForm } from './writing-form.tsx'

type Props = {
  frame: Frame
  view: BulletinView
  attempt: Attempt | null
  notice: StepNotice | null
  today: string
  mayAct: boolean
}

/** A bulletin at the desk (简报): text, figures, table, ledger, and the steps that are open. */
export function BulletinPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice, mayAct } = props
  const { to } = frame.c.var.site
  const { bulletin, title, content } = view
  const { id, period, state } = bulletin
  return (
    <DeskPage
      {...frame}
      title={title}
      current="office"
      breadcrumbs={[{ label: words.title, href: to.bulletins() }, { label: title }]}
      aside={<Steps {...props} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={state === 'issued' ? 'green' : 'blue'}>{bulletinStateNames[state]}</Tag>
        {bulletin.number === null ? null : <Tag>{bulletin.number}</Tag>}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <BulletinFacts frame={frame} view={view} />
      <div class="report-text">
        {view.sections.map((section) => (
          <section>
            <h2>{section.title}</h2>
            {paragraphs(section.text)}
          </section>
        ))}
        {view.actions.includes('edit') ? (
          <WritingForm frame={frame} view={view} attempt={attempt} />
        ) : null}
        <section>
          <h2>{words.figures}</h2>
          <p class="c-note">{words.figuresHint}</p>
          <FigureTable frame={frame} content={content} period={period} />
          <ExportLinks
            of={words.figures}
            csv={to.bulletinPaper(id, 'figures.csv')}
            xlsx={to.bulletinPaper(id, 'figures.xlsx')}
          />
        </section>
        <LineTable frame={frame} content={content} period={period} />
        {content.lines.length === 0 ? null : (
          <ExportLinks
            of={words.lines}
            csv={to.bulletinPaper(id, 'agencies.csv')}
            xlsx={to.bulletinPaper(id, 'agencies.xlsx')}
          />
        )}
        <RulesPanel frame={frame} id={id} content={content} />
        <SheetsPanel {...props} />
        <FindingsPanel {...props} />
        {mayAct && state === 'draft' ? (
          <AddFindingForm frame={frame} id={id} attempt={attempt} />
        ) : null}
        {content.findings.length === 0 ? null : (
          <ExportLinks
            of={words.findings}
            csv={to.bulletinPaper(id, 'findings.csv')}
            xlsx={to.bulletinPaper(id, 'findings.xlsx')}
          />
        )}
      </div>
    </DeskPage>
  )
}

function Steps({ frame, view, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const { bulletin, actions, ways } = view
  return (
    <div class="acts no-print" id="acts">
      {actions
        .filter((action) => action !== 'edit')
        .map((action) => (
          <StepForm
            label={bulletinActionNames[action]}
            action={to.bulletinAct(bulletin.id, action)}
            version={bulletin.version}
            law={bulletinLifecycle.find((row) => row.action === action)?.law}
          >
            {action === 'check' ? <p class="field-hint">{words.checkedHint}</p> : null}
            {action === 'issue' ? (
              <Checkboxes
                {...stepField(attempt, action, 'ways', words.ways)}
                options={ways.map((value) => ({ value, label: issueWayNames[value] }))}
                values={attempt?.lists?.get('ways') ?? ways.slice(0, 1)}
              />
            ) : null}
          </StepForm>
        ))}
      <section class="panel">
        <h2>{words.downloads}</h2>
        <ul>
          {(['docx', 'pdf', 'txt'] as const).map((format) => (
            <li>
              <a href={to.bulletinPaper(bulletin.id, `bulletin.${format}`)}>
                {format.toUpperCase()}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
