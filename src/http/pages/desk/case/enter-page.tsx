import { tellsApplicants } from '../../../../domain/notice/route.ts'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { enteredChannels } from '../../../../domain/application/entry.ts'
import { channelRules } from '../../../../domain/application/deadline-rules.data.ts'
import { type When, whenAsked } from '../../../ui/field.tsx'
import { Checkboxes, Select } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import { channelLabels } from '../../../ui/words/application.ts'
import { apply } from '../../../ui/words/apply.ts'
import { desk } from '../../../ui/words/desk.ts'
import type { Applying } from '../../apply/form-fields.ts'
import {
  ApplicantFields,
  DeliveryFields,
  NoticesField,
  fieldOf,
  type Filled,
  RepresentativeFields,
  RequestFields,
} from '../../apply/form-parts.tsx'
import type { Frame } from '../frame.ts'

/** Enters an application that came in person, by letter, fax, e-mail or orally (登记收到的申请). */
export function EnterPage(props: {
  frame: Frame
  as: Applying
  filled: Filled
  submission: string
  today: string
}): JSX.Element {
  const { frame, as, filled, submission, today } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={desk.enterTitle} current="enter">
      <h1>{desk.enterTitle}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{desk.enterLead}</p>
      <nav class="switch" aria-label={apply.whoLabel}>
        <ul>
          <li>
            <a href={to.newCase()} aria-current={as === 'person' ? 'true' : undefined}>
              {apply.asPerson}
            </a>
          </li>
          <li>
            <a
              href={`${to.newCase()}?as=organisation`}
              aria-current={as === 'organisation' ? 'true' : undefined}
            >
              {apply.asOrganisation}
            </a>
          </li>
        </ul>
      </nav>
      <Form action={to.newCase()} className="form form-switched form-split">
        <Hidden name="as" value={as} />
        <Hidden name="submission" value={submission} />
        <div class="form-main">
          <ReceiptFields filled={filled} today={today} />
          <OralFields filled={filled} />
          <ApplicantFields as={as} filled={filled} />
          <RepresentativeFields filled={filled} papers={<PapersField filled={filled} />} />
        </div>
        <div class="form-main">
          <RequestFields filled={filled} />
          <DeliveryFields filled={filled} />
          {tellsApplicants(frame.c.var.ctx.agency.settings) ? (
            <NoticesField filled={filled} />
          ) : null}
        </div>
        <SubmitRow label={desk.enterButton} secondary={{ label: desk.cases, href: to.cases() }} />
      </Form>
    </DeskPage>
  )
}

const by = (isToConfirm: boolean): When => ({
  field: 'channel',
  values: enteredChannels.filter((channel) => channelRules[channel].confirmed === isToConfirm),
})
const handedIn = by(false)
const toConfirm = by(true)
const spoken: When = { field: 'channel', values: ['oral'] }

/** How it came and when: the days that fix the receipt day (条例第31条). */
function ReceiptFields({ filled, today }: { filled: Filled; today: string }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{desk.how}</legend>
      <Select
        {...fieldOf(filled, 'channel', desk.enterChannel)}
        options={enteredChannels.map((value) => ({ value, label: channelLabels[value] }))}
        required
      />
      <DateField
        {...fieldOf(filled, 'receivedOn', desk.entryReceivedOn)}
        when={handedIn}
        hint={desk.entryReceivedOnHint}
        max={today}
      />
      <DateField
        {...fieldOf(filled, 'arrivedOn', desk.arrivedOn)}
        when={toConfirm}
        hint={desk.arrivedOnHint}
        max={today}
      />
      <DateField
        {...fieldOf(filled, 'confirmedOn', desk.confirmedOn)}
        when={toConfirm}
        hint={desk.entryConfirmedOnHint}
        max={today}
      />
    </fieldset>
  )
}

/** Writing down, reading back and consent of what was said (代为填写口头申请, 条例第29条). */
function OralFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <fieldset class="form-part" data-when={whenAsked(spoken)}>
      <legend>{desk.oral}</legend>
      <p class="field-hint">{desk.oralHint}</p>
      <Tick filled={filled} name="readBack" label={desk.readBack} />
      <Tick filled={filled} name="consent" label={desk.consent} />
    </fieldset>
  )
}

function Tick(props: { filled: Filled; name: 'readBack' | 'consent'; label: string }): JSX.Element {
  const { filled, name, label } = props
  const { value, ...field } = fieldOf(filled, name)
  return (
    <Checkboxes
      {...field}
      values={value === undefined ? [] : [value]}
      options={[{ value: 'yes', label }]}
    />
  )
}

function PapersField({ filled }: { filled: Filled }): JSX.Element {
  return <TextField {...fieldOf(filled, 'papers')} hint={desk.papersHint} maxlength={200} />
}
