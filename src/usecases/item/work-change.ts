import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Fact } from '../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import { addEdition } from '../../store/tenant/item/edition.ts'
import { type ItemRow, putItem, setAuthor } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import type { Work } from './read-work.ts'

/** Refuses `stale` when the actor looked at another version than the one that stands. */
export function checkSeen(work: Work, seen: number | undefined): Result<null> {
  return seen === undefined || seen === work.version ? ok(null) : refuse({ code: 'stale' })
}

/** What a step changes in an item; what it does not name stays. */
export type ItemPatch = Partial<Omit<ItemRow, 'id' | 'createdAt' | 'originKey'>>

/**
 * Commits a decided step of an item (办理一步): its row, its events and whatever else belongs to
 * it (`others` are events of other things), in one batch; `stale` when somebody was faster. An item that comes from an import gets its
 * row, and its present text as an edition, with its first step.
 */
export async function commitWork(
  ctx: Ctx,
  work: Work,
  facts: readonly Fact[],
  patch: ItemPatch,
  statements: readonly Statement[] = [],
  others: readonly NewEvent[] = [],
): Promise<Result<null>> {
  const { row, version } = work
  const own: NewEvent[] = facts.map((fact, index) => ({
    ...fact,
    entity: 'item',
    entityId: row.id,
    seq: version + index + 1,
  }))
  const outcome = await commit(ctx, {
    events: [...own, ...others],
    statements: [
      putItem({ ...row, ...patch, updatedAt: ctx.now }),
      ...authorOf(row, patch),
      ...(work.isAdopted ? [firstEdition(row)] : []),
      ...statements,
    ],
  })
  if (!outcome.ok) {
    if (outcome.conflict === 'event') return refuse({ code: 'stale' })
    throw new Error(`step was not taken: ${outcome.conflict}`)
  }
  return ok(null)
}

function authorOf(row: ItemRow, { author = row.author }: ItemPatch): Statement[] {
  return author === row.author ? [] : [setAuthor(row.id, author)]
}

function firstEdition(row: ItemRow): Statement {
  return addEdition(row.id, {
    n: row.edition,
    isOpen: 1,
    note: null,
    publishedAt: row.createdAt,
    committedAt: row.createdAt,
    publishedBy: row.author,
    backdateReason: null,
    digest: row.digest,
    content: row.content,
  })
}
