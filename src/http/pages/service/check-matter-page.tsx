import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CheckedMatter } from '../../../usecases/service/due-checks.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { powerTypeNames, service } from '../../ui/words/power.ts'
import { checkDueWords, powerCheck as words } from '../../ui/words/power-check.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'

/** The form by which an officer attests that a power or a guide still holds (已核对). */
export function CheckMatterPage(props: {
  frame: Frame
  matter: CheckedMatter
  note: string
  errors: FormErrors
  notice: { title: string; detail: string } | null
}): JSX.Element {
  const { frame, matter, note, errors, notice } = props
  const { to } = frame.c.var.site
  const { kind, id, check } = matter
  const back = to.powerChecks({ kind })
  return (
    <DeskPage
      {...frame}
      title={words.checkTitle}
      current="services"
      breadcrumbs={[{ label: words.title, href: back }, { label: matter.name }]}
    >
      <ErrorSummary errors={errors} />
      {notice === null ? null : (
        <Notice tone="warning" title={notice.title}>
          <p>{notice.detail}</p>
        </Notice>
      )}
      <h1>{`${words.checkTitle}${words.kinds[kind]}：${matter.name}`}</h1>
      <p class="lead">{kind === 'power' ? words.powerLead : words.guideLead}</p>
      <section class="panel">
        <SummaryList
          rows={[
            { label: service.code, value: matter.code },
            { label: service.type, value: labelOf(powerTypeNames, matter.type) },
            { label: service.unit, value: matter.unit },
            { label: words.finding, value: checkDueWords(matter) },
            { label: words.since, value: matter.since },
            {
              label: words.due,
              value: `${matter.dueOn}${matter.provisional ? words.provisional : ''}`,
            },
            {
              label: words.last,
              value: check === null ? words.never : `${check.on}，${check.by}：${check.note}`,
            },
          ]}
        />
        <p>
          <a href={kind === 'power' ? to.powers({ type: matter.type }) : to.service(id)}>
            {words.view[kind]}
          </a>
        </p>
      </section>
      <section class="panel">
        <Form action={to.powerCheck(kind, id)}>
          <Hidden name="seen" value={check?.number ?? 0} />
          <TextArea
            name="note"
            label={words.note}
            hint={words.noteHint}
            value={note}
            error={errors['note']}
            rows={3}
            maxlength={500}
            required
          />
          <SubmitRow label={words.button} secondary={{ label: words.back, href: back }} />
        </Form>
      </section>
    </DeskPage>
  )
}
