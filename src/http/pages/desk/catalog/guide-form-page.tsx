import type { JSX } from 'hono/jsx/jsx-runtime'
import { guideFieldNames } from '../../../../domain/catalog/guide.ts'
import type { GuideView } from '../../../../usecases/catalog/show-guide.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { guideLabels, guideVersions } from '../../../ui/words/guide-fields.ts'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = guideVersions
const long = new Set<string>(['classification', 'arrangement', 'access', 'supervision'])

/** The form of a new version of the guide (更新公开指南), filled with the one in force. */
export function GuideFormPage(props: {
  frame: Frame
  guide: GuideView
  typed: ReadonlyMap<string, string> | null
  errors: FormErrors
  notice: string | null
  isDone: boolean
}): JSX.Element {
  const { frame, guide, typed, errors, notice, isDone } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.formTitle} current="catalog">
      <ErrorSummary errors={errors} />
      {isDone ? <Notice tone="success" title={words.published} /> : null}
      {notice === null ? null : <Notice tone="warning" title={notice} />}
      <h1>{words.formTitle}</h1>
      <CatalogNav c={frame.c} current="deskGuide" />
      <p class="lead">{words.formLead}</p>
      <p>
        {words.nth.replace('{n}', String(guide.version))}{' '}
        <a href={to.guideVersions()}>{words.toVersions}</a>
      </p>
      <Form action={to.deskGuide()} className="form panel">
        <Hidden name="seen" value={guide.version} />
        {guideFieldNames.map((name) => {
          const field = {
            name,
            label: guideLabels[name],
            value: typed?.get(name) ?? guide.fields[name],
            error: errors[name],
            required: true,
          }
          return long.has(name) ? <TextArea {...field} rows={3} /> : <TextField {...field} />
        })}
        <TextField
          name="note"
          label={words.note}
          value={typed?.get('note') ?? ''}
          error={errors['note']}
          maxlength={200}
          required
        />
        <SubmitRow label={words.publish} secondary={{ label: words.toCurrent, href: to.guide() }} />
      </Form>
    </DeskPage>
  )
}
