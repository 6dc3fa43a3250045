import type { Agency } from '../../domain/agency/agency.ts'
import type { Moment } from '../../domain/application/change.ts'
import { decideStep } from '../../domain/application/decide.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import { type Past, restsOnReasons } from '../../domain/application/premise.ts'
import { isStepAction, type StepAction } from '../../domain/application/step-input.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Action, State } from '../../domain/application/types.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { outcomeKeys } from '../../domain/shared/report-keys.data.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  countOfApplicant,
  type FrequencyRow,
  selectKinds,
} from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { momentOf } from './moment.ts'
import { planBesides } from './plan-besides.ts'
import { caseOf, readRow } from './read-case.ts'
import { readRelease } from './reply/reply-files.ts'
import { commitStep } from './take-step.ts'

/** Steps that look at the files of the reply; those by which they leave read the very bytes. */
const answering: ReadonlySet<Action> = new Set(['draft', 'pass-check', 'sign', 'serve', 'reply'])
const leaving: ReadonlySet<Action> = new Set(['pass-check', 'sign', 'serve', 'reply'])

/**
 * Takes one step of the lifecycle (办理一步) as the table opens it to this officer; an
 * action that no table knows is `not-found`. `agencies` are those to which a case may be transferred.
 */
export async function takeCaseStep(
  ctx: Ctx,
  receipt: string,
  action: string,
  raw: unknown,
  agencies: readonly Agency[] = [],
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'application.act') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt)
  const row = id === null || !isStepAction(action) ? null : await readRow(ctx, id)
  if (row === null || !isStepAction(action)) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const open = openStep<State, Action>(lifecycle, subject, action, actor.roles, seenIn(raw))
  if (!open.ok) return open
  const decided = decideStep(subject, action, raw, await momentOfStep(ctx, row, action, raw))
  if (!decided.ok) return decided
  const besides = await planBesides(ctx, agencies, { row, subject, action, raw })
  return besides.ok ? commitStep(ctx, row, decided.value, besides.value) : besides
}

/** When and by whom a step is taken, with what its rules look at beside the case. */
async function momentOfStep(
  ctx: Ctx,
  row: ApplicationRow,
  action: StepAction,
  raw: unknown,
): Promise<Moment> {
  return {
    ...momentOf(ctx),
    wantedRoute: row.delivery_route,
    ...(action === 'charge' ? { itemsBefore: await countBefore(ctx, row.id) } : {}),
    ...(looksBack(action, raw) ? { past: await readPast(ctx, row) } : {}),
    ...(answering.has(action)
      ? { release: await readRelease(ctx, row.id, leaving.has(action)) }
      : {}),
  }
}

/** Whether a step rests on what happened before it in the case (条例第35条). */
function looksBack(action: StepAction, raw: unknown): boolean {
  if (action === 'defer') return true
  if ((action !== 'draft' && action !== 'reply') || typeof raw !== 'object' || raw === null) {
    return false
  }
  return 'outcome' in raw && outcomeKeys.some((key) => key === raw.outcome && restsOnReasons(key))
}

/** How many items of the same applicant came before a case in its calendar month. */
async function countBefore({ db }: Ctx, receipt: string): Promise<number> {
  const [[counted]] = await readBatch<[FrequencyRow]>(db, [countOfApplicant(receipt)])
  return counted?.before ?? 0
}

/** What happened in a case, and in the one that it was split from. */
async function readPast({ db }: Ctx, { id, split_from }: ApplicationRow): Promise<Past> {
  const [rows] = await readBatch<[{ kind: string }]>(db, [selectKinds([id, split_from ?? id])])
  return new Set(rows.map(({ kind }) => kind))
}

/** The version that the officer saw, so that a step which somebody took first is told as that. */
function seenIn(raw: unknown): number | undefined {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return undefined
  const { version } = raw
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : undefined
}
