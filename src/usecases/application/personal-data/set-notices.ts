import { noticesInput } from '../../../domain/application/personal-data/input.ts'
import { tellsApplicants } from '../../../domain/notice/route.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { cancelNotices, keepNoticeConsent } from '../../../store/tenant/notice.ts'
import type { Ctx } from '../../context.ts'
import { asApplicant, commitData, openData } from './open-data.ts'
import { showPersonalData } from './show.ts'
import type { PersonalDataView } from './view.ts'

/**
 * Agrees to notices, or takes that back at any time (同意、撤回同意, 个人信息保护法第15条): what waits is then
 * not sent. `not-allowed` where there is nothing to agree to.
 */
export async function setNotices(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
): Promise<Result<PersonalDataView>> {
  const opened = await openData(ctx, receipt, secret)
  if (opened === null) return refuse({ code: 'not-found' })
  const input = parseInput(noticesInput, raw)
  if (!input.ok) return input
  const { wanted } = input.value
  const { row } = opened
  const isOver = row.state === 'destroyed' || row.state === 'archived'
  if (wanted && (isOver || !tellsApplicants(ctx.agency.settings))) {
    return refuse({ code: 'not-allowed', why: 'notices-off' })
  }
  if (wanted === (row.notices === 1)) return showPersonalData(ctx, receipt, secret)
  const done = await commitData(
    asApplicant(ctx, row.id),
    opened,
    [{ kind: 'personal-data.notices-set', data: { wanted } }],
    [
      keepNoticeConsent(row.id, wanted),
      ...(wanted ? [] : [cancelNotices(row.id, 'consent-withdrawn', ctx.now, null)]),
    ],
  )
  return done.ok ? showPersonalData(ctx, receipt, secret) : done
}
