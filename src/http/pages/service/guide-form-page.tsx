import type { JSX } from 'hono/jsx/jsx-runtime'
import { Radios } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fieldLabels } from '../../ui/words/fields.ts'
import { service } from '../../ui/words/power.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'

const fees = [
  { value: 'free', label: service.free },
  { value: 'charged', label: service.charged },
]

/** The form of a service guide (办事指南编写表); what is not there yet may stay empty. */
export function GuideFormPage(props: {
  frame: Frame
  matter: { id: string; name: string }
  filled: Filled
  version: number
  notice: StepNotice | null
}): JSX.Element {
  const { frame, matter, filled, version, notice } = props
  const { to } = frame.c.var.site
  const field = (name: string): ReturnType<typeof fieldOf> =>
    fieldOf(filled, `guide.${name}`, fieldLabels[`/${name}`])
  return (
    <DeskPage
      {...frame}
      title={service.guideTitle}
      current="services"
      breadcrumbs={[
        { label: service.deskGuides, href: to.deskServices() },
        { label: service.guideEdit },
      ]}
    >
      <h1>{matter.name}</h1>
      <p class="lead">{service.guideHint}</p>
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          <p>{notice.text}</p>
        </Notice>
      )}
      <Form action={to.serviceGuideEdit(matter.id)} className="form panel">
        <Hidden name="version" value={version} />
        <TextArea {...field('conditions')} rows={5} maxlength={5000} />
        <TextArea {...field('procedure')} rows={5} maxlength={5000} />
        <TextField
          {...field('promisedDays')}
          hint={service.daysHint}
          inputmode="numeric"
          width="short"
          maxlength={4}
        />
        <TextField {...field('statutoryDays')} inputmode="numeric" width="short" maxlength={4} />
        <TextArea {...field('materials')} hint={service.materialsHint} rows={5} />
        <Radios {...field('fee')} options={fees} inline />
        <TextArea {...field('feeNote')} rows={2} maxlength={1000} />
        <TextArea {...field('outcome')} rows={2} maxlength={500} />
        <TextField {...field('window')} maxlength={300} />
        <TextField {...field('hours')} maxlength={200} />
        <TextField {...field('phone')} type="tel" width="medium" maxlength={60} />
        <TextField {...field('supervisionPhone')} type="tel" width="medium" maxlength={60} />
        <SubmitRow
          label={service.save}
          secondary={{ label: service.back, href: to.deskService(matter.id) }}
        />
      </Form>
    </DeskPage>
  )
}
