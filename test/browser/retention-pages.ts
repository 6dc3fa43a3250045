import { decideOnDestruction } from '../../src/usecases/application/retention/decide.ts'
import { destroyCases } from '../../src/usecases/application/retention/destroy.ts'
import { proposeDestruction } from '../../src/usecases/application/retention/propose.ts'
import type { House } from '../support/house.ts'
import { endedCase, officerNamed, valueOf } from '../usecases/application/retention/ended-case.ts'

/** Fills an agency with cases over their term, a list that waits and one that was carried out; answers their pages. */
export async function fillRetention(
  house: House,
  agency: string,
  at: string,
): Promise<Record<string, string>> {
  const then = await house.ctx(
    agency,
    officerNamed('clerk', 'registrar'),
    '2012-03-01T09:00:00+08:00',
  )
  const receipts: string[] = []
  for (const n of [1, 2, 3, 4])
    receipts.push((await endedCase(then, `某镇第${n}件补偿方案`)).receipt)
  const [first = '', second = '', third = ''] = receipts
  const clerk = await house.ctx(agency, officerNamed('clerk', 'registrar'), at)
  const done = valueOf(await proposeDestruction(clerk, { receipts: [first, second] }))
  const head = await house.ctx(agency, officerNamed('chief', 'head'), at)
  valueOf(await decideOnDestruction(head, done.id, 'approve', { version: done.version }))
  valueOf(
    await destroyCases(await house.ctx(agency, { type: 'system', job: 'destroy' }, at), done.id),
  )
  const open = valueOf(await proposeDestruction(clerk, { receipts: [third] }))
  return {
    'desk-retention': '/desk/retention',
    'desk-destruction-open': `/desk/retention/${open.id}`,
    'desk-destruction-done': `/desk/retention/${done.id}`,
    'desk-case-destroyed': `/desk/applications/${first}`,
  }
}
