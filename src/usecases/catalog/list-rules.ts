import { ruleState } from '../../domain/catalog/rule-input.ts'
import { ruleSystems } from '../../domain/catalog/rule-systems.data.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readRules } from '../../store/tenant/catalog/disclosure-rule.ts'
import type { Ctx } from '../context.ts'

/** A rule of the register (公开制度); `version` counts its changes. */
export type RuleView = {
  id: string
  version: number
  system: string
  title: string
  number: string | null
  edition: string
  issuedOn: string
  fromOn: string
  toOn: string | null
  state: 'pending' | 'in-force' | 'ended'
  item: string | null
}

/** The register, and the systems of which nothing is in force. */
export type RuleRegister = {
  items: RuleView[]
  gaps: { key: string; name: string; article: string }[]
}

/** Lists the rules of an agency (制度登记) with number, edition and validity, and what is missing. */
export async function listRules(ctx: Pick<Ctx, 'db' | 'now'>): Promise<Result<RuleRegister>> {
  const today = localDateOf(ctx.now)
  const items = (await readRules(ctx.db)).map(({ seq, itemId, ...row }): RuleView => {
    const { id, system, title, number, edition, issuedOn, fromOn, toOn } = row
    const state = ruleState({ fromOn, toOn }, today)
    const told = { id, version: seq, system, title, number, edition, issuedOn, fromOn, toOn }
    return Object.assign(told, { state, item: itemId })
  })
  const standing = new Set(
    items.filter(({ state }) => state === 'in-force').map(({ system }) => system),
  )
  return ok({ items, gaps: ruleSystems.filter(({ key }) => !standing.has(key)) })
}
