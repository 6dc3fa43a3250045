import { bulletinInputs } from '../../../domain/report/bulletin/input.ts'
import { lifecycleOf } from '../../../domain/report/bulletin/lifecycle.ts'
import {
  bulletinSections,
  type BulletinProse,
  type BulletinSection,
  proseLimit,
} from '../../../domain/report/bulletin/prose.ts'
import { proseFaults, type Quotable } from '../../../domain/report/quoted.ts'
import type { FieldError } from '../../../domain/shared/refusal.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { step } from '../../../domain/shared/machine.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitBulletin } from './commit-bulletin.ts'
import { readBulletin } from './read-bulletin.ts'
import { type BulletinView, openBulletin, showBulletin } from './show-bulletin.ts'

/**
 * Writes the text of a bulletin (修改简报): figures stand in it by name only. Refuses `invalid` for a
 * name that is no figure's, `step-not-open` past the draft, `stale`.
 */
export async function editBulletin(
  ctx: Ctx,
  region: RegionCtx,
  id: string,
  raw: unknown,
): Promise<Result<BulletinView>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readBulletin(ctx, id)
  if (stored === null) return refuse({ code: 'not-found' })
  const input = parseInput(bulletinInputs.edit, raw)
  if (!input.ok) return input
  const { row, bulletin } = stored
  const { state, kind, version } = bulletin
  if (input.value.version !== undefined && input.value.version !== version) {
    return refuse({ code: 'stale' })
  }
  if (step(lifecycleOf(kind), state, 'edit', actor.roles) === null) {
    return refuse({ code: 'step-not-open', state, action: 'edit' })
  }
  const prose = { ...bulletin.prose, ...given(input.value.prose) }
  const opened = await openBulletin(ctx, region, bulletin)
  if (!opened.ok) return opened
  const sound = checkProse(prose, opened.value.references)
  if (!sound.ok) return sound
  const done = await commitBulletin(ctx, 'edit', {
    ...row,
    version: version + 1,
    prose: JSON.stringify(prose),
  })
  return done.ok ? showBulletin(ctx, region, id) : done
}

/** The sections that were given; one that was left out stays. */
function given(said: Partial<Record<BulletinSection, string | undefined>>): Partial<BulletinProse> {
  return Object.fromEntries(
    bulletinSections.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]])),
  )
}

/** Whether a text fits into a letter and quotes only what there is. */
function checkProse(prose: BulletinProse, references: readonly Quotable[]): Result<null> {
  const length = bulletinSections.reduce((sum, key) => sum + prose[key].length, 0)
  if (length > proseLimit) return refuseField('/prose', { problem: 'too-long', limit: proseLimit })
  const allowed = references.map(({ name }) => name)
  const errors = bulletinSections
    .filter((key) => proseFaults(prose[key], references).length > 0)
    .map((key): FieldError => ({ pointer: `/prose/${key}`, problem: 'not-listed', allowed }))
  return errors.length > 0 ? refuse({ code: 'invalid', errors }) : ok(null)
}
