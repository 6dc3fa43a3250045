import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { apply } from '../../ui/words/apply.ts'
import { fieldOf, type Filled } from './form-parts.tsx'
import { applyMeta } from './meta.ts'

/** Asks for receipt and query password (查询办理情况). */
export function StatusFormPage({ c, filled }: { c: Context<AppEnv>; filled: Filled }): JSX.Element {
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={apply.status}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[{ label: apply.title, href: to.apply() }, { label: apply.status }]}
    >
      <div class="apply">
        <h1>{apply.status}</h1>
        <ErrorSummary errors={filled.errors} />
        <p class="lead">{apply.statusLead}</p>
        <Form action={to.status()}>
          <TextField
            {...fieldOf(filled, 'receipt')}
            hint={apply.receiptHint}
            autocomplete="off"
            width="medium"
            maxlength={64}
            required
          />
          <TextField
            {...fieldOf(filled, 'secret')}
            autocomplete="off"
            width="medium"
            maxlength={64}
            required
          />
          <SubmitRow label={apply.find} secondary={{ label: apply.title, href: to.apply() }} />
        </Form>
      </div>
    </Page>
  )
}
