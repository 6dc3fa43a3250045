import type { Context } from 'hono'
import type { Personal } from '../../../../domain/application/personal.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import type { Attempt } from '../attempt.ts'
import { CasePage, type CasePageProps } from './page.tsx'
import { frameOf } from '../frame.ts'
import type { Declined } from '../step-answer.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** What a case page shows besides the case, when something was just tried or asked. */
type Besides = Partial<{
  attempt: Attempt
  identity: Personal
  notice: CasePageProps['notice']
}>

/** Answers the page of a case. */
export function casePage(
  c: C,
  view: CaseView,
  besides: Besides,
  status: 200 | Declined['status'] = 200,
): Answer {
  const { attempt = null, identity: opened = null, notice = null } = besides
  const today = localDateOf(c.var.ctx.now)
  return answerPrivatePage(
    c,
    <CasePage
      frame={frameOf(c)}
      view={view}
      today={today}
      attempt={attempt}
      identity={opened}
      notice={notice}
    />,
    status,
  )
}
