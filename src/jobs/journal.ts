import { sealJournal } from '../usecases/journal/seal.ts'
import { watchJournal } from '../usecases/journal/watch.ts'
import type { Ctx } from '../usecases/context.ts'
import type { JobParts } from './parts.ts'

/** Seals some of what no seal covers (流水封存); the rest is asked for by another message. */
export async function sealEvents({ work }: Pick<JobParts, 'work'>, ctx: Ctx): Promise<void> {
  const done = await sealJournal(ctx)
  if (!done.ok) throw new Error(done.refusal.code)
  if (done.value.hasMore) await work.send({ v: 1, kind: 'seal', tenant: ctx.agency.id })
}

/** Checks and anchors a journal for the day (每日锚定); what does not hold is an alarm (security 92). */
export async function anchorJournal({ work }: Pick<JobParts, 'work'>, ctx: Ctx): Promise<void> {
  const done = await watchJournal(ctx)
  if (!done.ok) throw new Error(done.refusal.code)
  const { hasMore, faults } = done.value
  if (hasMore) await work.send({ v: 1, kind: 'seal', tenant: ctx.agency.id })
  if (faults.length > 0) {
    const line = { level: 'error', error: 'journal-broken', agency: ctx.agency.id, faults }
    console.error(JSON.stringify(line))
  }
}
