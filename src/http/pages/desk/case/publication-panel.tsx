import type { JSX } from 'hono/jsx/jsx-runtime'
import { disclosing, isServed } from '../../../../domain/application/release.ts'
import { isOutcomeKey } from '../../../../domain/shared/report-keys.data.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { may } from '../../../../usecases/permissions.ts'
import { Form } from '../../../ui/form.tsx'
import { publication as words } from '../../../ui/words/release.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: CaseView }

/** The way from a served answer to what everybody may read (答复转主动公开), or the item it became. */
export function PublicationPanel({ frame, view }: Props): JSX.Element | null {
  const { site, ctx } = frame.c.var
  const { state, outcome, itemId, receipt } = view
  const isGiven = outcome !== null && isOutcomeKey(outcome) && disclosing.has(outcome)
  if (!isServed(state) || !isGiven) return null
  if (itemId === null && !may(ctx.actor, 'application.publish')) return null
  return (
    <section class="panel" id="publication">
      <h2>{words.title}</h2>
      {itemId === null ? (
        <Form action={site.to.casePublication(receipt)} className="no-print">
          <p>{words.lead}</p>
          <button type="submit" class="button-line">
            {words.act}
          </button>
        </Form>
      ) : (
        <p>
          <a href={site.to.deskItem(itemId)}>{words.item}</a>
        </p>
      )}
    </section>
  )
}
