import { bulletinInputs } from '../../../domain/report/bulletin/input.ts'
import { lifecycleOf } from '../../../domain/report/bulletin/lifecycle.ts'
import {
  bulletinSections,
  type BulletinProse,
  proseLimit,
} from '../../../domain/report/bulletin/prose.ts'
import { proseFaults } from '../../../domain/report/quoted.ts'
import type { FieldError } from '../../../domain/shared/refusal.ts'
import { refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
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
  const said = input.value.prose
  const prose: BulletinProse = {
    overview: said.overview ?? bulletin.prose.overview,
    findings: said.findings ?? bulletin.prose.findings,
    requirements: said.requirements ?? bulletin.prose.requirements,
  }
  const length = bulletinSections.reduce((sum, key) => sum + prose[key].length, 0)
  if (length > proseLimit) return refuseField('/prose', { problem: 'too-long', limit: proseLimit })
  const opened = await openBulletin(ctx, region, bulletin)
  if (!opened.ok) return opened
  const allowed = opened.value.references.map(({ name }) => name)
  const errors = bulletinSections.flatMap((key): FieldError[] =>
    proseFaults(prose[key], opened.value.references).length === 0
      ? []
      : [{ pointer: `/prose/${key}`, problem: 'not-listed', allowed }],
  )
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const done = await commitBulletin(ctx, 'edit', {
    ...row,
    version: version + 1,
    prose: JSON.stringify(prose),
  })
  return done.ok ? showBulletin(ctx, region, id) : done
}
