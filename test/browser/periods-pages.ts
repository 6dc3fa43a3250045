import { commit } from '../../src/store/commit.ts'
import { closeMonth } from '../../src/usecases/statistics/close-month.ts'
import { officer, type House } from '../support/house.ts'

/** Closes a month of an agency and changes it afterwards; answers the pages that show it. */
export async function fillPeriods(
  house: House,
  agency: string,
  at: string,
): Promise<Record<string, string>> {
  await closeMonth(await house.ctx(agency, officer('statistician'), at), '2026-09')
  await commit(await house.ctx(agency, officer('registrar'), at), {
    events: [
      {
        entity: 'application',
        entityId: 'late',
        seq: 1,
        kind: 'application.received',
        data: { class: 'research', receivedOn: '2026-09-08', basis: 'in-person', channel: 'fax' },
      },
    ],
    statements: [],
  })
  return {
    'desk-months': '/desk/months?year=2026',
    'desk-indicators': '/desk/indicators?period=2026-09',
    'desk-office-corrected': '/desk/office?period=2026-09',
  }
}
