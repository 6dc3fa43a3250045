import type { GuideText } from '../../domain/service/input.ts'
import { isServiceType } from '../../domain/service/power-types.data.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type PowerLogRow, selectLogOfPower } from '../../store/tenant/service/power.ts'
import { selectService, type ServiceRow } from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'
import { publishedText, serviceLineOf, type ServiceLine } from './guide-view.ts'
import { basisOf, logLineOf, type PowerLogLine } from './power-view.ts'

/** A service matter with its guide (办事指南); blocks that are not made public yet are in `lacking`. */
export type ServiceView = ServiceLine & {
  basis: string[]
  guide: GuideText | null
  publishedOn: string | null
  log: PowerLogLine[]
}

/**
 * Shows the guide of a service matter (办事指南详情): `withdrawn` with the reason once the matter left
 * the list, `not-found` for what nobody applies for.
 */
export async function showService(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<Result<ServiceView>> {
  const [[row], log] = await readBatch<[ServiceRow, PowerLogRow]>(db, [
    selectService(id),
    selectLogOfPower(id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const line = serviceLineOf(row)
  if (!isServiceType(line.type)) return refuse({ code: 'not-found' })
  if (row.valid_to !== null) {
    return refuse({
      code: 'withdrawn',
      title: row.name,
      reason: log[0]?.reason ?? '',
      withdrawnOn: row.valid_to,
    })
  }
  return ok({
    ...line,
    basis: basisOf(row),
    guide: publishedText(row),
    publishedOn: row.published_on,
    log: log.map(logLineOf),
  })
}
