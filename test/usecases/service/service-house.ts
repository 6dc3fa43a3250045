import { actOnPowerChange } from '../../../src/usecases/service/act-on-change.ts'
import { draftPowerChange } from '../../../src/usecases/service/draft-change.ts'
import { listPowers } from '../../../src/usecases/service/list-powers.ts'
import { type House, officer } from '../../support/house.ts'

/** Who takes the three reviews in tests. */
export const [unit, lawyer, head] = [
  officer('handler'),
  officer('legal-reviewer'),
  officer('head'),
] as const

/** A new matter of a change; `more` says what differs. */
export const added = (code: string, more: object = {}): object => ({
  kind: 'added',
  code,
  name: `事项${code}`,
  type: 'licence',
  unit: '审批股',
  basis: ['某条例第九条'],
  ...more,
})

/** Draws up a change, has it checked and approved on a day; answers its id. */
export async function approved(
  house: House,
  agency: string,
  entries: readonly object[],
  on: string,
): Promise<string> {
  const at = `${on}T10:00:00+08:00`
  const raw = { reason: `${on}清理`, basis: '县政府通知', entries }
  const made = await draftPowerChange(await house.ctx(agency, unit, at), raw)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const { id } = made.value
  for (const [who, action, said] of [
    [unit, 'propose', {}],
    [lawyer, 'check', { opinion: '合法' }],
    [head, 'approve', {}],
  ] as const) {
    const done = await actOnPowerChange(await house.ctx(agency, who, at), id, action, said)
    if (!done.ok) throw new Error(`${action}: ${JSON.stringify(done.refusal)}`)
  }
  return id
}

/** The id that the matter of a code has on the list of a day. */
export async function powerId(house: House, agency: string, code: string): Promise<string> {
  const listed = await listPowers(await house.ctx(agency), { limit: 100 })
  const found = listed.ok ? listed.value.items.find((power) => power.code === code) : undefined
  if (found === undefined) throw new Error(`no power ${code}`)
  return found.id
}
