import { pointsOf, schemeOf } from '../../../domain/report/bulletin/scheme.ts'
import { markInput, mostMarks } from '../../../domain/report/bulletin/sheet-letter.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  deleteMark,
  insertMark,
  type MarkRow,
  selectMarks,
} from '../../../store/tenant/statistics/assessment.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { type Bulletin, readBulletin } from './read-bulletin.ts'
import { hasSheets } from './sheets.ts'

/**
 * Enters a mark into an assessment that is a draft (手工记分): about an agency directly below, within the
 * points of its line, with a proof and the name of who enters it.
 */
export async function addMark(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  id: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const open = await draftOf(ctx, id)
  if (!open.ok) return open
  const input = parseInput(markInput, raw)
  if (!input.ok) return input
  const { agency, line, points, what, proof } = input.value
  const isBelow = agencies.some((one) => one.id === agency && one.parentId === ctx.agency.id)
  if (!isBelow) return refuseField('/agency', { problem: 'not-listed', allowed: [] })
  const [min, max] = pointsOf(line, schemeOf(ctx.agency.settings))
  if (points < min || points > max) {
    return refuseField('/points', { problem: 'out-of-range', min, max })
  }
  const [rows] = await readBatch<[MarkRow]>(ctx.db, [selectMarks(id)])
  if (rows.filter((row) => row.agency === agency).length >= mostMarks) {
    return refuseField('/agency', { problem: 'too-many', limit: mostMarks })
  }
  const mark = ctx.newId()
  const outcome = await commit(ctx, {
    events: [stepped(mark, 1, 'mark', id, agency)],
    statements: [
      insertMark({
        id: mark,
        bulletin: id,
        agency,
        line,
        points,
        what,
        proof,
        by: actor.id,
        at: ctx.now,
      }),
    ],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}

/** Takes a mark by hand back while its assessment is a draft (撤回记分); refuses `not-found` for any other. */
export async function removeMark(ctx: Ctx, id: string, mark: string): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const open = await draftOf(ctx, id)
  if (!open.ok) return open
  const [rows] = await readBatch<[MarkRow]>(ctx.db, [selectMarks(id)])
  const row = rows.find((one) => one.id === mark)
  if (row === undefined) return refuse({ code: 'not-found' })
  const outcome = await commit(ctx, {
    events: [stepped(mark, 2, 'unmark', id, row.agency)],
    statements: [deleteMark(id, mark)],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}

async function draftOf(ctx: Ctx, id: string): Promise<Result<Bulletin>> {
  const stored = await readBulletin(ctx, id)
  if (stored === null || !hasSheets(stored.bulletin.kind)) return refuse({ code: 'not-found' })
  const { state } = stored.bulletin
  return state === 'draft'
    ? ok(stored.bulletin)
    : refuse({ code: 'step-not-open', state, action: 'mark' })
}

function stepped(
  mark: string,
  seq: number,
  step: string,
  bulletin: string,
  about: string,
): NewEvent {
  return {
    entity: 'assessment-mark',
    entityId: mark,
    seq,
    kind: 'assessment.stepped',
    data: { step, bulletin, about },
  }
}
