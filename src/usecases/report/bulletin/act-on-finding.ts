import { advanced, newFinding } from '../../../domain/report/bulletin/carry-over.ts'
import {
  type Finding,
  type FindingEntry,
  isWaiting,
} from '../../../domain/report/bulletin/finding.ts'
import { findingStep, newFindingInput } from '../../../domain/report/bulletin/input.ts'
import { toldOf } from '../../../domain/report/bulletin/letter-content.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import type { Statement } from '../../../store/statement.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { planFindings, readFinding } from './findings.ts'
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

/** Steps of a finding at the office (问题办理): 销号, 未整改到位, 不采用. */
export const findingSteps = ['close', 'leave-open', 'drop'] as const
type FindingStep = (typeof findingSteps)[number]

const entryOf = { close: 'closed', 'leave-open': 'left-open', drop: 'dropped' } as const
const stateOf = { close: 'closed', 'leave-open': 'open', drop: 'dropped' } as const

/**
 * Decides on a finding (问题确认): closes it, leaves an answered one open and says why, or drops one that nobody
 * was told of. Its agency learns it by letter. Refuses `step-not-open`, `invalid` without a reason, `stale`.
 */
export async function actOnFinding(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<Finding>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const finding = await readFinding(ctx, id)
  const asked = findingSteps.find((name) => name === action)
  if (finding === null || asked === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(findingStep, raw)
  if (!input.ok) return input
  const { version, text = '' } = input.value
  if (version !== undefined && version !== finding.version) return refuse({ code: 'stale' })
  if (!isOpenTo(finding, asked)) {
    return refuse({ code: 'step-not-open', state: finding.state, action })
  }
  const said = text.trim()
  const needsWords = asked !== 'close' || finding.state === 'open'
  if (needsWords && said === '') return refuseField('/text', { problem: 'required' })
  const on = localDateOf(ctx.now)
  const entry: FindingEntry = {
    on,
    what: entryOf[asked],
    period: null,
    text: said === '' ? null : said,
  }
  const next = advanced(
    {
      ...finding,
      state: stateOf[asked],
      closedOn: asked === 'leave-open' ? null : on,
      letterId: null,
    },
    entry,
  )
  const plan = planFindings(ctx, asked, [next])
  const letter = wasTold(ctx, finding) ? verdict(ctx, finding, next, said) : null
  const outcome = await commit(ctx, {
    events: [...plan.events, ...(letter?.events ?? [])],
    statements: [...plan.statements, ...(letter?.statements ?? [])],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  if (letter !== null) await ctx.post(letter.message)
  return ok(next)
}

/** Whether a step is open to a finding (可办步骤). */
export function isOpenTo(finding: Finding, step: FindingStep): boolean {
  if (!isWaiting(finding)) return false
  if (step === 'leave-open') return finding.state === 'answered'
  return step === 'close' || !finding.history.some(({ what }) => what === 'sent')
}

function wasTold({ agency }: Pick<Ctx, 'agency'>, finding: Finding): boolean {
  return finding.agency !== agency.id && finding.history.some(({ what }) => what === 'sent')
}

function verdict(
  ctx: Ctx,
  before: Finding,
  next: Finding,
  said: string,
): {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  message: Parameters<Ctx['post']>[0]
} {
  return planLetter(ctx, {
    to: before.agency,
    kind: 'finding-verdict',
    subject: before.what,
    about: before.id,
    ...(before.letterId === null ? {} : { replyTo: before.letterId }),
    payload: { kind: before.kind, finding: toldOf(next), opinion: said === '' ? null : said },
  })
}
