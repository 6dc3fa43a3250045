import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CaseView } from '../../../usecases/application/show-case.ts'
import type { Paths } from '../../paths.ts'
import { complaint, dispute } from '../../ui/words/dispute.ts'
import { ComplaintTable } from './complaints-page.tsx'
import { DisputeTable } from './list-page.tsx'

/** The disputes and complaints about an application on its page (复议诉讼、投诉); nothing before it is decided. */
export function DisputesPanel(props: {
  to: Paths
  view: CaseView
  mayRegister: boolean
}): JSX.Element | null {
  const { to, view, mayRegister } = props
  const { disputes, complaints } = view
  if (view.decidedOn === null && disputes.length === 0 && complaints.length === 0) return null
  return (
    <section class="panel">
      <h2>{dispute.ofCase}</h2>
      {disputes.length === 0 ? (
        <p>{dispute.ofCaseNone}</p>
      ) : (
        <DisputeTable to={to} rows={disputes} />
      )}
      {mayRegister ? (
        <p class="more no-print">
          <a href={to.newDispute({ application: view.receipt })}>{dispute.register}</a>
        </p>
      ) : null}
      {complaints.length === 0 ? null : (
        <>
          <h3>{complaint.title}</h3>
          <ComplaintTable to={to} rows={complaints} />
        </>
      )}
    </section>
  )
}
