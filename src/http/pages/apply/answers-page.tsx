import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemRow } from '../../../usecases/item/item-view.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { asChild, markup, none, type Markup } from '../../ui/markup.ts'
import { answers as words } from '../../ui/words/apply-answers.ts'
import { apply } from '../../ui/words/apply.ts'
import { itemHref, minute } from '../portal/item/item-table.tsx'
import { applyMeta } from './meta.ts'

/** The field before the application form that looks first for what is public (先查一查). */
export function AnswersField({ c }: { c: Context<AppEnv> }): JSX.Element {
  return (
    <Form action={c.var.site.to.applyAnswers()} className="filter">
      <TextField
        id="answers-subject"
        name="request.subject"
        label={words.field}
        hint={words.hint}
        maxlength={200}
      />
      <SubmitRow label={words.look} />
    </Form>
  )
}

/** Does this answer you? (这些已公开的信息能回答您吗) What was typed goes on into the form. */
export function AnswersPage({
  c,
  subject,
  items,
}: {
  c: Context<AppEnv>
  subject: string
  items: readonly ItemRow[]
}): JSX.Element {
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={words.title}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[{ label: apply.title, href: to.apply() }, { label: words.title }]}
      hidden
    >
      <h1>{words.title}</h1>
      <p class="lead">
        {words.asked}“{subject}”
      </p>
      <ol class="results">{items.map((row) => asChild(line(row)))}</ol>
      <Form action={to.applyStart()} className="answers-choice">
        <Hidden name="request.subject" value={subject} />
        <SubmitRow label={words.no} secondary={{ label: words.yes, href: to.home() }} />
      </Form>
      <p class="c-note">{words.free}</p>
    </Page>
  )
}

function line(row: ItemRow): Markup {
  const { title, docNumber, summary } = row
  const number = docNumber === null ? none : markup`<span>${docNumber}</span>`
  const note = summary === null ? none : markup`<p>${summary}</p>`
  return markup`<li><h2><a href="${itemHref(row)}" target="_blank">${title}<span class="away">${words.newTab}</span></a></h2>${note}<p class="results-facts"><span>${minute(row.publishedAt)}</span>${number}</p></li>`
}
