import { advanced } from '../../../domain/report/bulletin/carry-over.ts'
import { type Finding, isWaiting } from '../../../domain/report/bulletin/finding.ts'
import { findingStep } from '../../../domain/report/bulletin/input.ts'
import { toldOf } from '../../../domain/report/bulletin/letter-content.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { commit } from '../../../store/commit.ts'
import type { Ctx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { planFindings, readFinding } from './findings.ts'

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
  const said = readWords(finding, asked, raw)
  if (!said.ok) return said
  const next = stepped(finding, asked, said.value, localDateOf(ctx.now))
  const plan = planFindings(ctx, asked, [next])
  const letters = wasTold(ctx, finding) ? [verdict(ctx, finding, next, said.value)] : []
  const outcome = await commit(ctx, {
    events: [...plan.events, ...letters.flatMap(({ events }) => events)],
    statements: [...plan.statements, ...letters.flatMap(({ statements }) => statements)],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  for (const { message } of letters) await ctx.post(message)
  return ok(next)
}

/** What is said of a finding on the version seen, where the step is open; only the closing of an answered one may be silent. */
function readWords(finding: Finding, asked: FindingStep, raw: unknown): Result<string> {
  const input = parseInput(findingStep, raw)
  if (!input.ok) return input
  const { version, text = '' } = input.value
  if (version !== undefined && version !== finding.version) return refuse({ code: 'stale' })
  if (!isOpenTo(finding, asked)) {
    return refuse({ code: 'step-not-open', state: finding.state, action: asked })
  }
  const said = text.trim()
  const needsWords = asked !== 'close' || finding.state === 'open'
  return needsWords && said === '' ? refuseField('/text', { problem: 'required' }) : ok(said)
}

function stepped(finding: Finding, asked: FindingStep, said: string, on: LocalDate): Finding {
  const text = said === '' ? null : said
  const closedOn = asked === 'leave-open' ? null : on
  return advanced(
    { ...finding, state: stateOf[asked], closedOn, letterId: null },
    { on, what: entryOf[asked], period: null, text },
  )
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

function verdict(ctx: Ctx, before: Finding, next: Finding, said: string): PlannedLetter {
  return planLetter(ctx, {
    to: before.agency,
    kind: 'finding-verdict',
    subject: before.what,
    about: before.id,
    ...(before.letterId === null ? {} : { replyTo: before.letterId }),
    payload: { kind: before.kind, finding: toldOf(next), opinion: said === '' ? null : said },
  })
}
