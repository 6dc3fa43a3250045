import { applicantClasses, outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { importApplications } from '../../../src/usecases/application/import/applications.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { bytesOf } from '../../support/application-form.ts'
import type { House } from '../../support/house.ts'

/** The instant of these tests. */
export const at = '2026-11-22T09:00:00+08:00'

/** Brings registers of applications of 2025 and 2026 into agencies, of different sizes. */
export async function fillRegisters(
  house: House,
  sizes: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [agency, size] of Object.entries(sizes)) {
    const lines = Array.from({ length: size }, (_, n) => {
      const month = n % 20
      const received = dayOf(month, 1 + (n % 27))
      const isOpen = n % 11 === 0
      const decided = isOpen ? '' : dayOf(month + (n % 3), 28)
      const column = applicantClasses[n % applicantClasses.length] ?? ''
      const outcome = isOpen ? '' : (outcomeKeys[n % outcomeKeys.length] ?? '')
      return `A${n},${received}T09:00:00+08:00,online,${column},第${n}件,false,${decided === '' ? '' : `${decided}T09:00:00+08:00`},${outcome}`
    })
    const head = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'
    const ctx = await house.ctx(agency, { type: 'system', job: 'import' }, at)
    const done = await importApplications(ctx, bytesOf([head, ...lines].join('\n')), {
      dryRun: false,
    })
    if (!done.ok || !done.value.committed) throw new Error(JSON.stringify(done))
  }
  for (const agency of Object.keys(sizes)) {
    await syncAgency(await house.tenant(agency), house.regionCtx(at))
  }
}

function dayOf(month: number, day: number): string {
  const year = 2025 + Math.floor(month / 12)
  return `${year}-${String(1 + (month % 12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
