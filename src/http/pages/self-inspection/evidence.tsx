import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Evidence, Outcome, RuleId } from '../../../domain/self-inspection/types.ts'
import type { Paths } from '../../paths.ts'
import { Details } from '../../ui/notice.tsx'
import { fill } from '../../ui/words/office.ts'
import {
  evidenceNames,
  selfInspection as words,
  settingNames,
  sinceWords,
} from '../../ui/words/self-inspection.ts'
import { columnHref } from '../portal/catalog/columns.ts'

/** How many pieces of evidence stand open where something is to be done; the rest are folded away. */
const open = 5

/** What an outcome rests on (依据), each piece leading to the thing to mend. */
export function EvidenceList({ to, outcome }: { to: Paths; outcome: Outcome }): JSX.Element | null {
  const { evidence, rule, state } = outcome
  if (evidence.length === 0) return null
  const shown = state === 'clear' ? 0 : open
  const rest = evidence.slice(shown)
  const summary = shown === 0 ? words.based : words.more
  return (
    <>
      {shown === 0 ? null : <List to={to} rule={rule} evidence={evidence.slice(0, shown)} />}
      {rest.length === 0 ? null : (
        <Details summary={fill(summary, { n: rest.length })}>
          <List to={to} rule={rule} evidence={rest} />
        </Details>
      )}
    </>
  )
}

function List(props: { to: Paths; rule: RuleId; evidence: readonly Evidence[] }): JSX.Element {
  const { to, rule, evidence } = props
  return (
    <ul class="evidence">
      {evidence.map((one) => {
        const href = hrefOf(to, rule, one)
        const since = sinceWords(rule, one)
        return (
          <li>
            {href === null ? evidenceName(one) : <a href={href}>{evidenceName(one)}</a>}
            {since === '' ? null : <small>{since}</small>}
          </li>
        )
      })}
    </ul>
  )
}

/** The name of a piece of evidence as everybody with access to the page may read it. */
export function evidenceName({ of, id, what }: Evidence): string {
  if (of === 'setting') return settingNames[id] ?? id
  if (of === 'backdated' && what !== null) return `${evidenceNames[of]}：${what}`
  return what ?? evidenceNames[of]
}

/** Where a piece of evidence is mended; null where that is not on the desk. */
export function hrefOf(to: Paths, rule: string, { of, id }: Evidence): string | null {
  switch (of) {
    case 'column':
      return columnHref(id, to)
    case 'item':
      return to.item(id)
    case 'backdated':
      return to.deskItem(id)
    case 'incident':
      return id === '' ? null : to.incident(id)
    case 'topic':
      return id === '' ? null : to.deskTopic(id)
    case 'complaint':
      return id === '' ? null : to.complaint(id)
    case 'service':
      return to.deskService(id)
    case 'norm':
      return to.deskNorm(id)
    case 'record':
      return to.selfChecks(rule)
    case 'setting':
      return null
    default:
      return of satisfies never
  }
}
