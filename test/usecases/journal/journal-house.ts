import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import type { JournalFault } from '../../../src/domain/journal/fault.ts'
import { commit } from '../../../src/store/commit.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { verifyAnchors, verifySeals } from '../../../src/usecases/journal/verify.ts'

let made = 0

/** Writes some events into an agency's journal, as verbs do. */
export async function addEvents(ctx: Ctx, count: number): Promise<void> {
  const events = Array.from({ length: count }, (): NewEvent => {
    made += 1
    const data = { staff: `s-${made}，“引号”\n换行` }
    return { entity: 'session', entityId: `e-${made}`, seq: 1, kind: 'session.opened', data }
  })
  const done = await commit(ctx, { events, statements: [] })
  if (!done.ok) throw new Error(done.conflict)
}

/** Walks the whole chain and all anchors as the command does; answers what does not hold. */
export async function faultsOf(
  ctx: Pick<Ctx, 'agency' | 'db' | 'anchors'>,
  most?: number,
): Promise<JournalFault[]> {
  const faults: JournalFault[] = []
  for (let from: number | null = 1; from !== null;) {
    const found = await verifySeals(ctx, from, most)
    faults.push(...found.faults)
    from = found.next
  }
  for (let after: string | null = ''; after !== null;) {
    const found = await verifyAnchors(ctx, after, most)
    faults.push(...found.faults)
    after = found.next
  }
  return faults
}
