import type { Role } from '../../src/domain/shared/actor.ts'
import { actOnPowerChange } from '../../src/usecases/service/act-on-change.ts'
import { actOnServiceGuide } from '../../src/usecases/service/act-on-guide.ts'
import { draftPowerChange } from '../../src/usecases/service/draft-change.ts'
import { listPowers } from '../../src/usecases/service/list-powers.ts'
import { showDeskService } from '../../src/usecases/service/show-desk-guide.ts'
import { writeServiceGuide } from '../../src/usecases/service/write-guide.ts'
import type { AgencyScript } from './play-script.ts'
import { must, type Stage } from './stage.ts'

type Powers = NonNullable<AgencyScript['powers']>

const passed = '依据充分，同意。'
const order: readonly [string, Role, object][] = [
  ['propose', 'information-officer', {}],
  ['check', 'legal-reviewer', { opinion: passed }],
  ['approve', 'head', {}],
]

/** Plays the list of powers (权责清单): each change through its three reviews, then the service guides. */
export async function playPowers(stage: Stage, { changes, guides }: Powers): Promise<void> {
  for (const change of changes) await playChange(stage, change)
  for (const guide of guides) await playGuide(stage, guide)
}

async function playChange(
  stage: Stage,
  { on, reason, basis, entries, until }: Powers['changes'][number],
): Promise<void> {
  const writer = await stage.as('information-officer', stage.at(on, 0, 540))
  // The key makes a script that is played again find what it drew up before.
  const key = `demonstration-${on}-${reason}`
  const made = await draftPowerChange(writer, { reason, basis, entries }, key)
  const { id, state } = must(made, 'draft change')
  if (state !== 'draft') return
  for (const [at, [action, role, said]] of order.slice(0, until).entries()) {
    const ctx = await stage.as(role, stage.at(on, at, 560 + 30 * at))
    must(await actOnPowerChange(ctx, id, action, said), action)
  }
}

async function playGuide(
  stage: Stage,
  { on, code, guide, isPublished }: Powers['guides'][number],
): Promise<void> {
  const writer = await stage.as('information-officer', stage.at(on, 0, 600))
  const listed = must(await listPowers(writer, { limit: 100 }), 'powers')
  const id = listed.items.find((power) => power.code === code)?.id
  if (id === undefined) throw new Error(`${stage.agency}: no power ${code}`)
  if (must(await showDeskService(writer, id), 'guide').state !== null) return
  must(await writeServiceGuide(writer, id, { guide }), 'write guide')
  must(await actOnServiceGuide(writer, id, 'submit', {}), 'submit guide')
  if (!isPublished) return
  const head = await stage.as('head', stage.at(on, 1, 640))
  must(await actOnServiceGuide(head, id, 'publish', {}), 'publish guide')
}
