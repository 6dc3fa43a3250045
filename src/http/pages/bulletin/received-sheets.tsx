import type { JSX } from 'hono/jsx/jsx-runtime'
import type {
  ReceivedSheet,
  ReceivedView,
} from '../../../usecases/report/bulletin/show-received.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bulletin as words, objectionStateNames } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'
import { MarksList } from './marks-list.tsx'

type Props = { frame: Frame; view: ReceivedView; attempt: Attempt | null; mayAct: boolean }

/** The sheets that the office above showed to this agency (收到的考核表), and the form of the one objection. */
export function ReceivedSheets(props: Props): JSX.Element | null {
  const { sheets } = props.view
  if (sheets.length === 0) return null
  return (
    <section>
      <h2>{words.receivedSheets}</h2>
      {sheets.map((one) => (
        <SheetPanel {...props} received={one} />
      ))}
    </section>
  )
}

function SheetPanel(props: Props & { received: ReceivedSheet }): JSX.Element {
  const { frame, received, mayAct } = props
  const { title, sheet, state, objection, reason, mayObject } = received
  const { total, band, place } = sheet
  return (
    <section class="panel">
      <h3>{title}</h3>
      <p>{fill(words.sheetScore, { total, band, place })}</p>
      {state === 'open' ? null : (
        <p class="tags">
          <Tag tone="blue">{labelOf(objectionStateNames, state)}</Tag>
        </p>
      )}
      <MarksList frame={frame} agency={sheet.agency} marks={sheet.marks} removeAt={null} />
      {objection === null ? null : <p>{`${words.ourObjection}：${objection}`}</p>}
      {reason === null ? null : <p>{`${words.verdictReason}：${reason}`}</p>}
      {mayAct && mayObject && sheet.marks.length > 0 ? <ObjectionForm {...props} /> : null}
    </section>
  )
}

function ObjectionForm({
  frame,
  attempt,
  received,
}: Props & { received: ReceivedSheet }): JSX.Element {
  const { sender, bulletin, version, sheet, objectBy } = received
  const key = `${sender}.${bulletin}`
  const own = attempt?.action === key ? attempt : null
  return (
    <Details summary={words.toObject} open={own !== null}>
      <Form action={frame.c.var.site.to.receivedSheetObjection(sender, bulletin)}>
        <Hidden name="version" value={version} />
        <Checkboxes
          id={own === null ? `marks-${bulletin}` : 'marks'}
          name="marks"
          label={words.whichMarks}
          options={sheet.marks.map(({ id, what }) => ({ value: id, label: what }))}
          values={own?.lists?.get('marks')}
          error={own?.errors['marks']}
        />
        <TextArea
          id={own === null ? `text-${bulletin}` : 'text'}
          name="text"
          label={words.objectionText}
          hint={fill(words.objectHint, { on: objectBy })}
          value={own?.text.get('text')}
          error={own?.errors['text']}
          rows={4}
          maxlength={1000}
          required
        />
        <SubmitRow label={words.toObject} />
      </Form>
    </Details>
  )
}
