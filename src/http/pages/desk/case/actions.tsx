import type { JSX } from 'hono/jsx/jsx-runtime'
import { redoOf, sinceRedo } from '../../../../domain/application/ledger.ts'
import type { Agency } from '../../../../domain/agency/agency.ts'
import { closureOf } from '../../../../domain/agency/closure.ts'
import { silentUnits } from '../../../../domain/application/co-unit.ts'
import { lifecycle } from '../../../../domain/application/lifecycle.ts'
import { isStepAction, type StepAction } from '../../../../domain/application/step-input.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import { Details } from '../../../ui/notice.tsx'
import { actionLabels } from '../../../ui/words/application.ts'
import { caseStep } from '../../../ui/words/case-step.ts'
import { desk } from '../../../ui/words/desk.ts'
import type { Attempt } from '../attempt.ts'
import { CaseStepFields } from './step-fields.tsx'
import type { Frame } from '../frame.ts'
import { StepForm } from '../step-form.tsx'

type ActionProps = { frame: Frame; view: CaseView; today: string; attempt: Attempt | null }

/** The steps by which a case usually goes on; the others are folded away. */
const usual: ReadonlySet<StepAction> = new Set([
  'confirm-receipt',
  'accept',
  'correct',
  'explain',
  'record-payment',
  'draft',
  'pass-check',
  'sign',
  'serve',
  'close',
  'archive',
])

/** Steps that end a case without an answer. */
const grave: ReadonlySet<StepAction> = new Set(['withdraw', 'abandon', 'convert', 'transfer'])

/** One form for each step that the table opens to this officer now (办理), and none besides. */
export function CaseActions(props: ActionProps): JSX.Element {
  const { view, attempt } = props
  const { transfers } = props.frame.c.var.site.agency.settings
  const open = view.actions
    .filter(isStepAction)
    .filter((action) => isFit(action, view))
    .filter((action) => action !== 'transfer' || transfers !== undefined)
  const next = open.filter((action) => usual.has(action))
  const others = open.filter((action) => !usual.has(action))
  return (
    <div class="acts no-print" id="acts" tabindex={-1}>
      {open.length === 0 ? (
        <section class="panel">
          <h2>{desk.noAction}</h2>
          <p>{desk.noActionWhy}</p>
        </section>
      ) : null}
      {next.map((action) => (
        <ActionForm {...props} action={action} />
      ))}
      {others.length === 0 ? null : (
        <section class="panel">
          <h2>{caseStep.others}</h2>
          {others.map((action) => (
            <Details summary={actionLabels[action]} open={attempt?.action === action}>
              <ActionForm {...props} action={action} bare />
            </Details>
          ))}
        </section>
      )}
    </div>
  )
}

/** Steps that would be refused whatever is filled in are not offered. */
function isFit(
  action: StepAction,
  { consultations, ledger, waitsUntil, coUnits }: CaseView,
): boolean {
  switch (action) {
    case 'record-service':
    case 'record-opinion':
      return consultations.some(({ returnedOn }) => returnedOn === null)
    case 'answer-co-unit':
    case 'waive-co-unit':
      return silentUnits(coUnits).length > 0
    case 'extend':
      return (
        redoOf(ledger)?.until === undefined &&
        !sinceRedo(ledger).some(({ kind }) => kind === 'extend')
      )
    case 'request-correction':
      return !ledger.some((one) => one.kind === 'wait' && one.for === 'correction')
    case 'abandon':
      return waitsUntil !== null
    default:
      return true
  }
}

function ActionForm(props: ActionProps & { action: StepAction; bare?: true }): JSX.Element {
  const { frame, view, action, today, attempt } = props
  const { to } = frame.c.var.site
  const row = lifecycle.find((one) => one.from === view.state && one.action === action)
  return (
    <StepForm
      label={actionLabels[action]}
      action={to.caseAct(view.receipt, action)}
      version={view.version}
      law={row?.law}
      danger={grave.has(action)}
      bare={props.bare}
    >
      <CaseStepFields
        view={view}
        today={today}
        action={action}
        attempt={attempt}
        agencies={otherAgencies(frame)}
      />
    </StepForm>
  )
}

/** The agencies at work to which a case may go. */
function otherAgencies({ c }: Frame): Agency[] {
  const today = localDateOf(c.var.ctx.now)
  return c.var.region.agencies.filter(
    (one) => one.id !== c.var.site.agency.id && closureOf(one, today) === null,
  )
}
