import { recordSelfCheck } from '../../src/usecases/self-inspection/record.ts'
import { officer, type House } from '../support/house.ts'

/** Records of several rules, one question that waits, one probe that is bad; answers the pages that show them. */
export async function fillSelfInspection(
  house: House,
  agency: string,
  at: string,
): Promise<Record<string, string>> {
  const ctx = await house.ctx(agency, officer('head'), at)
  const proof = '截图存政务公开办公室 2026 年自查卷第 3 号'
  const records: readonly (readonly [string, Record<string, unknown>])[] = [
    ['V0', { checkedOn: '2026-11-10', verdict: 'works' }],
    ['V1', { checkedOn: '2026-11-18', tries: 140, failed: 6 }],
    ['V4a', { checkedOn: '2026-11-18', object: '县长信箱', verdict: 'works' }],
    ['V4b', { checkedOn: '2026-11-18', object: '县长信箱', sinceOn: '2026-09-10' }],
    ['N1', { checkedOn: '2026-11-18', object: '东县发布（微信公众号）', lastOn: '2026-11-09' }],
    ['D2', { checkedOn: '2026-11-17', object: '办理残疾人证要带什么材料' }],
    ['D3b', { checkedOn: '2026-11-05', failed: 1, elsewhere: 4 }],
  ]
  for (const [rule, found] of records) {
    const done = await recordSelfCheck(ctx, rule, { ...found, proof })
    if (!done.ok) throw new Error(`${rule}: ${JSON.stringify(done.refusal)}`)
  }
  return {
    'desk-self-inspection': '/desk/self-inspection',
    'desk-self-checks': '/desk/self-inspection/checks/D2',
    'desk-self-checks-accounts': '/desk/self-inspection/checks/N1',
    'desk-today': '/desk/today',
  }
}
