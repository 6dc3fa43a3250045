import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/dispute/input.ts'
import { kinds, procedures } from '../../../domain/dispute/types.ts'
import { Radios, Select } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { dispute, disputeKinds, disputeProcedures } from '../../ui/words/dispute.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'

/** The fields of the form, by their names. */
export const disputeFields = [
  'kind',
  'procedure',
  'organ',
  'caseNumber',
  'case',
  'follows',
  'party',
  'about',
  'acceptedOn',
  'receivedOn',
] as const

/** The form by which a reconsideration or a suit is registered (登记复议、诉讼). */
export function DisputeFormPage(props: {
  frame: Frame
  filled: Filled
  submission: string
  today: string
}): JSX.Element {
  const { frame, filled, submission, today } = props
  const { to } = frame.c.var.site
  const field = (name: (typeof disputeFields)[number]): ReturnType<typeof fieldOf> =>
    fieldOf(filled, name, dispute[name])
  const follows = filled.text.get('follows') ?? ''
  return (
    <DeskPage
      {...frame}
      title={dispute.register}
      current="disputes"
      breadcrumbs={[{ label: dispute.title, href: to.disputes() }, { label: dispute.register }]}
    >
      <h1>{dispute.register}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{dispute.registerLead}</p>
      <Form action={to.newDispute()} className="form panel">
        <Hidden name="submission" value={submission} />
        {follows === '' ? null : <Hidden name="follows" value={follows} />}
        <Radios
          {...field('kind')}
          options={kinds.map((value) => ({ value, label: disputeKinds[value] }))}
          required
        />
        <Select
          {...field('procedure')}
          hint={dispute.procedureHint}
          when={{ field: 'kind', values: ['review'] }}
          options={procedures.map((value) => ({ value, label: disputeProcedures[value] }))}
        />
        <TextField {...field('organ')} maxlength={longest.organ} required />
        <TextField
          {...field('caseNumber')}
          hint={dispute.caseNumberHint}
          maxlength={longest.number}
        />
        <TextField {...field('case')} hint={dispute.caseHint} maxlength={longest.number} />
        <TextArea {...field('about')} hint={dispute.aboutHint} rows={3} maxlength={longest.about} />
        <TextField {...field('party')} hint={dispute.partyHint} maxlength={longest.party} />
        <DateField {...field('acceptedOn')} hint={dispute.acceptedOnHint} max={today} required />
        <DateField {...field('receivedOn')} hint={dispute.receivedOnHint} max={today} />
        <SubmitRow
          label={dispute.registerButton}
          secondary={{ label: dispute.title, href: to.disputes() }}
        />
      </Form>
    </DeskPage>
  )
}
