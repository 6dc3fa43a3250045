import { parseNumber } from '../../domain/application/number.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { selectApplication } from '../../store/tenant/application/application.ts'
import { selectNumbered } from '../../store/tenant/application/list.ts'
import type { Ctx } from '../context.ts'

/** Finds an application by its receipt or its registration number (按回执编号或者登记号查找), whichever was typed. */
export async function findApplication(ctx: Ctx, typed: string): Promise<Result<ApplicationRow>> {
  const receipt = parseReceipt(typed)
  const number = parseNumber(ctx.agency.settings.applicationNumberPattern, typed)
  const [byReceipt, byNumber] = await readBatch<[ApplicationRow, ApplicationRow]>(ctx.db, [
    selectApplication(receipt ?? ''),
    selectNumbered(number?.year ?? 0, number?.serial ?? 0),
  ])
  const found = byReceipt[0] ?? byNumber[0]
  return found === undefined
    ? refuseField('/case', { problem: 'not-listed', allowed: [] })
    : ok(found)
}
