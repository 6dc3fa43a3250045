import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import type { Ctx } from '../../context.ts'
import { asApplicant, openData, type OpenedData, withinDataLimits } from './open-data.ts'
import { dataView, type PersonalDataView } from './view.ts'

/**
 * Shows an applicant what is kept of him (查阅个人信息, 个人信息保护法第45条) by receipt and query password:
 * masked at first; in full it is written down before it is shown. Others get `not-found`.
 */
export async function showPersonalData(
  ctx: Ctx,
  receipt: string,
  secret: string,
  isFull = false,
): Promise<Result<PersonalDataView>> {
  const opened = await openData(ctx, receipt, secret)
  if (opened === null) return refuse({ code: 'not-found' })
  if (isFull) {
    const noted = await noteShown(ctx, opened, 'page')
    if (!noted.ok) return noted
  }
  return ok(await dataView(ctx, opened, isFull))
}

/** Writes down that the applicant saw his data in full or took it along, beside the case. */
export async function noteShown(
  ctx: Ctx,
  { row }: OpenedData,
  as: 'page' | 'json' | 'csv',
): Promise<Result<null>> {
  const by = asApplicant(ctx, row.id)
  const limited = await withinDataLimits(by, row.id)
  if (!limited.ok) return limited
  const outcome = await commit(by, {
    events: [
      {
        entity: 'application',
        entityId: `${row.id}/${ctx.newId()}`,
        seq: 1,
        kind: 'personal-data.shown',
        data: { as },
      },
    ],
    statements: [],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'busy' })
}
