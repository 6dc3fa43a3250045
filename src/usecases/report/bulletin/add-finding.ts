import type * as z from 'zod'
import { newFinding } from '../../../domain/report/bulletin/carry-over.ts'
import type { Finding } from '../../../domain/report/bulletin/finding.ts'
import { newFindingInput } from '../../../domain/report/bulletin/input.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { once, type Remember } from '../../recall.ts'
import { planFindings, readFinding } from './findings.ts'
import { type Bulletin, readBulletin } from './read-bulletin.ts'

/**
 * Writes a finding into the ledger of a bulletin that is a draft (登记问题): about an agency directly below or
 * this one, with a proof and a day ahead. Refuses `invalid` for any other agency.
 */
export async function addFinding(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  bulletinId: string,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<Finding>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readBulletin(ctx, bulletinId)
  if (stored === null) return refuse({ code: 'not-found' })
  const input = parseInput(newFindingInput, raw)
  if (!input.ok) return input
  const content = { bulletinId, ...input.value }
  return once(
    ctx,
    { verb: 'bulletin.add-finding', key: idempotencyKey, content },
    {
      again: async (id) => {
        const finding = await readFinding(ctx, id)
        return finding === null ? refuse({ code: 'not-found' }) : ok(finding)
      },
      make: (remember) => raise(ctx, agencies, stored.bulletin, input.value, remember),
    },
  )
}

async function raise(
  ctx: Ctx,
  agencies: RegionCtx['agencies'],
  { state, kind, period }: Bulletin,
  { agency: named, what, proof, dueOn }: z.output<typeof newFindingInput>,
  remember: Remember,
): Promise<Result<Finding>> {
  if (state !== 'draft') return refuse({ code: 'step-not-open', state, action: 'add-finding' })
  const { agency } = ctx
  const about = agencies.find(({ id }) => id === named)
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
  const { events, statements } = planFindings(ctx, 'raise', [finding])
  const outcome = await commit(ctx, {
    events,
    statements: [...statements, ...remember(finding.id)],
  })
  return outcome.ok ? ok(finding) : refuse({ code: 'stale' })
}
