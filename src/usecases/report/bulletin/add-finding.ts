import { newFinding } from '../../../domain/report/bulletin/carry-over.ts'
import type { Finding } from '../../../domain/report/bulletin/finding.ts'
import { newFindingInput } from '../../../domain/report/bulletin/input.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { planFindings } from './findings.ts'
import { readBulletin } from './read-bulletin.ts'

/**
 * Writes a finding into the ledger of a bulletin that is a draft (登记问题): about an agency directly below or
 * this one, with a proof and a day ahead. Refuses `invalid` for any other agency.
 */
export async function addFinding(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  bulletinId: string,
  raw: unknown,
): Promise<Result<Finding>> {
  const { actor, agency } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readBulletin(ctx, bulletinId)
  if (stored === null) return refuse({ code: 'not-found' })
  const input = parseInput(newFindingInput, raw)
  if (!input.ok) return input
  const { state, kind, period } = stored.bulletin
  if (state !== 'draft') return refuse({ code: 'step-not-open', state, action: 'add-finding' })
  const { what, proof, dueOn } = input.value
  const about = agencies.find(({ id }) => id === input.value.agency)
  if (about === undefined || (about.id !== agency.id && about.parentId !== agency.id)) {
    return refuseField('/agency', { problem: 'not-listed', allowed: [] })
  }
  const on = localDateOf(ctx.now)
  if (dueOn <= on) return refuseField('/dueOn', { problem: 'not-ahead' })
  const finding = newFinding({
    id: ctx.newId(),
    key: null,
    kind,
    rule: 'by-hand',
    agency: about.id,
    what,
    evidence: { of: 'proof', text: proof },
    period,
    on,
    dueOn,
  })
  const outcome = await commit(ctx, planFindings(ctx, 'raise', [finding]))
  return outcome.ok ? ok(finding) : refuse({ code: 'stale' })
}
