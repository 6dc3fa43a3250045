import type { JSX } from 'hono/jsx/jsx-runtime'
import { Select } from '../../ui/choices.tsx'
import { DateField, Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { stepField } from '../desk/step-form.tsx'

/** The form by which an officer writes a finding into the ledger (登记问题). */
export function AddFindingForm(props: {
  frame: Frame
  id: string
  attempt: Attempt | null
}): JSX.Element {
  const { frame, id, attempt } = props
  const { site, region } = frame.c.var
  const field = (name: string, label: string) => stepField(attempt, 'add', name, label)
  const about = region.agencies.filter(
    (one) => one.parentId === site.agency.id || one.id === site.agency.id,
  )
  return (
    <Details summary={words.add} open={attempt?.action === 'add'}>
      <Form action={site.to.bulletinFindings(id)}>
        <Select
          {...field('agency', words.responsible)}
          options={about.map((one) => ({ value: one.id, label: one.name }))}
          required
        />
        <TextField {...field('what', words.addWhat)} maxlength={200} required />
        <TextField
          {...field('proof', words.addProof)}
          hint={words.addProofHint}
          maxlength={300}
          required
        />
        <DateField {...field('dueOn', words.dueOn)} required />
        <SubmitRow label={words.add} />
      </Form>
    </Details>
  )
}
