import type { JSX } from 'hono/jsx/jsx-runtime'
import { ruleSystemKeys } from '../../../../domain/catalog/rule-input.ts'
import type { RuleView } from '../../../../usecases/catalog/list-rules.ts'
import { Select } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { rules, systemName } from '../../../ui/words/rules.ts'
import type { Frame } from '../frame.ts'

const words = rules

const systems = ruleSystemKeys.map((key) => ({ value: key, label: systemName(key) }))

type Props = {
  frame: Frame
  /** null for a new one */
  rule: RuleView | null
  /** what stands in the fields: as typed, or as the rule has it */
  text: ReadonlyMap<string, string>
  errors: FormErrors
  notice: string | null
}

/** The form of one rule (制度登记表单); a last day ends it. */
export function RuleFormPage(props: Props): JSX.Element {
  const { frame, rule, errors, notice } = props
  const { to } = frame.c.var.site
  const title = rule?.title ?? words.add
  return (
    <DeskPage
      {...frame}
      title={title}
      current="catalog"
      breadcrumbs={[{ label: words.title, href: to.deskRules() }, { label: title }]}
    >
      <ErrorSummary errors={errors} />
      {notice === null ? null : <Notice tone="warning" title={notice} />}
      <h1>{title}</h1>
      <Form action={rule === null ? to.newRule() : to.rule(rule.id)} className="form panel">
        <Hidden name="seen" value={rule?.version ?? 0} />
        <Fields {...props} />
        <SubmitRow label={words.save} secondary={{ label: words.back, href: to.deskRules() }} />
      </Form>
    </DeskPage>
  )
}

function Fields({ text, errors }: Props): JSX.Element {
  const field = (
    name: string,
    label: string,
    hint?: string,
  ): {
    name: string
    label: string
    hint: string | undefined
    value: string
    error: string | undefined
  } => ({ name, label, hint, value: text.get(name) ?? '', error: errors[name] })
  return (
    <>
      <Select {...field('system', words.system)} options={systems} required />
      <TextField {...field('title', words.name)} maxlength={120} required />
      <TextField
        {...field('number', words.number, words.numberHint)}
        maxlength={60}
        width="medium"
      />
      <TextField
        {...field('edition', words.edition, words.editionHint)}
        maxlength={40}
        width="medium"
        required
      />
      <DateField {...field('issuedOn', words.issuedOn)} required />
      <DateField {...field('fromOn', words.fromOn)} required />
      <DateField {...field('toOn', words.toOn, words.toOnHint)} />
      <TextField {...field('item', words.item, words.itemHint)} maxlength={500} width="medium" />
    </>
  )
}
