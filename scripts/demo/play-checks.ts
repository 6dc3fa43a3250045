import { listSelfChecks } from '../../src/usecases/self-inspection/list-records.ts'
import { recordSelfCheck } from '../../src/usecases/self-inspection/record.ts'
import type { AgencyScript } from './play-script.ts'
import { must, type Stage } from './stage.ts'

/** Records what an officer looked at for the self-inspection (人工核查); what was recorded already stays once. */
export async function playCheck(
  stage: Stage,
  { on, rule, said }: AgencyScript['checks'][number],
): Promise<void> {
  const officer = await stage.as('information-officer', stage.at(on, 0, 600))
  const known = must(await listSelfChecks(officer, rule), 'list checks')
  const isKnown = known.items.some((one) => {
    return one.object === (said['object'] ?? '') && one.on === said['checkedOn']
  })
  if (!isKnown) must(await recordSelfCheck(officer, rule, said), `check ${rule}`)
}
