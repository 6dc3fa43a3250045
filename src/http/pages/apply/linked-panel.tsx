import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Status } from '../../../usecases/application/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { stateLabels } from '../../ui/words/application.ts'
import { apply } from '../../ui/words/apply.ts'

type Props = { c: Context<AppEnv>; status: Status }

/** Where a transferred application is now (移送后的查询处): the agency, its page, the new pair. */
export function MovedNotice({ c, status: { movedTo } }: Props): JSX.Element | null {
  const { resolver } = c.var.parts
  const agency = movedTo === null ? null : resolver.byId(movedTo.agency)
  if (movedTo === null || agency === null) return null
  return (
    <Notice tone="info" title={apply.moved(agency.name)}>
      <p>{apply.movedWhy}</p>
      <p>
        {apply.receipt} <strong>{movedTo.receipt}</strong>
      </p>
      <p>
        {apply.secret} <strong>{movedTo.secret}</strong>
      </p>
      <p>
        <a href={`${resolver.originOf(agency)}/apply/status`}>{apply.movedLink(agency.name)}</a>
      </p>
    </Notice>
  )
}

/** The cases of the same application (关联的申请), with what it takes to query each. */
export function LinkedPanel({ status: { linked } }: Pick<Props, 'status'>): JSX.Element | null {
  if (linked.length === 0) return null
  return (
    <section class="panel">
      <h2>{apply.linked}</h2>
      <p class="field-hint">{apply.linkedWhy}</p>
      <DataTable
        caption={apply.linked}
        columns={[
          { label: apply.number },
          { label: apply.receipt },
          { label: apply.secret },
          { label: apply.state },
        ]}
        rows={linked.map(({ number, receipt, secret, state }) => ({
          cells: [number ?? '', receipt, secret ?? apply.linkedKept, stateLabels[state]],
        }))}
      />
    </section>
  )
}
