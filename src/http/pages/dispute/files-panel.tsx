import type { JSX } from 'hono/jsx/jsx-runtime'
import { filePurposes } from '../../../domain/dispute/types.ts'
import type { DisputeView } from '../../../usecases/dispute/show.ts'
import { Select } from '../../ui/choices.tsx'
import { FileField, Form, SubmitRow } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { dispute, disputeFilePurposes } from '../../ui/words/dispute.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { stepField } from '../desk/step-form.tsx'

/** The papers of a dispute (材料), with the form by which one more comes in. */
export function FilesPanel(props: {
  frame: Frame
  view: DisputeView
  mayAct: boolean
  attempt: Attempt | null
}): JSX.Element {
  const { frame, view, mayAct, attempt } = props
  const { to } = frame.c.var.site
  return (
    <section class="panel">
      <h2>{dispute.files}</h2>
      {view.files.length === 0 ? (
        <p>{dispute.filesNone}</p>
      ) : (
        <DataTable
          caption={dispute.files}
          columns={[{ label: dispute.fileName, kind: 'title' }, { label: dispute.purpose }]}
          rows={view.files.map(({ id, name, purpose }) => ({
            cells: [
              mayAct ? <a href={to.disputeFile(view.id, id)}>{name}</a> : name,
              disputeFilePurposes[purpose],
            ],
          }))}
        />
      )}
      {mayAct ? (
        <Details summary={dispute.addFile} open={attempt?.action === 'file'}>
          <Form action={to.disputeFiles(view.id)} multipart>
            <Select
              {...stepField(attempt, 'file', 'purpose', dispute.purpose)}
              options={filePurposes.map((value) => ({
                value,
                label: disputeFilePurposes[value],
              }))}
              required
            />
            <FileField
              {...stepField(attempt, 'file', 'file', dispute.file)}
              hint={dispute.fileHint}
              required
            />
            <SubmitRow label={dispute.addFile} />
          </Form>
        </Details>
      ) : null}
    </section>
  )
}
