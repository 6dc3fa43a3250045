import type { JSX } from 'hono/jsx/jsx-runtime'
import { Radios } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField, Form, SubmitRow } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Details } from '../../../ui/notice.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { desk } from '../../../ui/words/desk.ts'
import type { Frame } from '../frame.ts'
import type { ImportKind } from '../staged-file.ts'

/** Chooses what to import and the file (导入). */
export function ImportPage(props: {
  frame: Frame
  kinds: readonly ImportKind[]
  kind: string
  errors: FormErrors
}): JSX.Element {
  const { frame, kinds, kind, errors } = props
  return (
    <DeskPage {...frame} title={desk.imports} current="imports">
      <h1>{desk.imports}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{desk.importLead}</p>
      <Form action={frame.c.var.site.to.imports()} multipart className="form panel">
        <Radios
          name="kind"
          label={desk.kind}
          value={kind}
          error={errors['kind']}
          options={kinds.map((value) => ({ value, label: desk.kinds[value] }))}
          required
        />
        <FileField
          name="file"
          label={desk.file}
          hint={desk.fileHint}
          error={errors['file']}
          accept=".csv,.xlsx,.jsonl,.txt"
          required
        />
        <Details summary={desk.columnsTitle}>
          <SummaryList
            rows={kinds.map((value) => ({ label: desk.kinds[value], value: desk.columns[value] }))}
          />
        </Details>
        <SubmitRow label={desk.preview} />
      </Form>
    </DeskPage>
  )
}
