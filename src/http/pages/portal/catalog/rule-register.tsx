import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { RuleRegister as Register } from '../../../../usecases/catalog/list-rules.ts'
import type { AppEnv } from '../../../app-env.ts'
import { DataTable } from '../../../ui/table.tsx'
import { rules } from '../../../ui/words/rules.ts'

/** The register of rules (公开制度): number, edition, validity; nothing before there is a rule. */
export function RuleRegister({
  c,
  register,
}: {
  c: Context<AppEnv>
  register: Register
}): JSX.Element | null {
  const { to } = c.get('site')
  if (register.items.length === 0) return null
  return (
    <section>
      <h2>{rules.title}</h2>
      <DataTable
        caption={rules.title}
        columns={[
          { label: rules.name, kind: 'title' },
          { label: rules.number, kind: 'code' },
          { label: rules.edition },
          { label: rules.issuedOn, kind: 'date' },
          { label: rules.fromOn, kind: 'date' },
          { label: rules.toOn, kind: 'date' },
          { label: rules.state },
        ]}
        rows={register.items.map((rule) => ({
          cells: [
            rule.item === null ? rule.title : <a href={to.item(rule.item)}>{rule.title}</a>,
            rule.number ?? '',
            rule.edition,
            rule.issuedOn,
            rule.fromOn,
            rule.toOn ?? '',
            rules.states[rule.state],
          ],
        }))}
      />
    </section>
  )
}
