import { itemLifecycle, type ItemTransition } from '../../domain/item/lifecycle.ts'
import type { ItemAction } from '../../domain/item/states.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseEnding } from './ending.ts'
import type { Work } from './read-work.ts'

type Standing = { state: Work['state']; row: Pick<Work['row'], 'isLive' | 'author' | 'ending'> }

/** Who would take a step: the id of an account and its roles. */
export type Taker = { id: string; roles: readonly string[] }

/** Asks the table whether this person may take this step now: `forbidden` when only others may. */
export function mayTake(
  { state, row }: Standing,
  action: ItemAction,
  who: Taker,
): Result<ItemTransition> {
  const open = rowsFrom(state, row).filter((one) => one.action === action)
  const found = open.find((one) => isFor(one, row.author, who))
  if (found !== undefined) return ok(found)
  return refuse(open.length > 0 ? { code: 'forbidden' } : { code: 'step-not-open', state, action })
}

/** The steps that the table opens to this person now (可办动作). */
export function openSteps({ state, row }: Standing, who: Taker): ItemAction[] {
  const open = rowsFrom(state, row).filter((one) => isFor(one, row.author, who))
  return [...new Set(open.map(({ action }) => action))]
}

function isFor({ roles, byAuthor }: ItemTransition, author: string, who: Taker): boolean {
  if (byAuthor && author !== who.id && !who.roles.includes('head')) return false
  return roles.some((role) => who.roles.includes(role))
}

function rowsFrom(state: Work['state'], row: Standing['row']): readonly ItemTransition[] {
  return itemLifecycle.filter(({ from, needs }) => {
    if (from !== state) return false
    return needs === undefined || row.isLive === 1 || (needs === 'told' && isTold(row.ending))
  })
}

/** Whether an address still says something of what it had: all endings but one leave a trace. */
function isTold(ending: string | null): boolean {
  return ending !== null && parseEnding(ending).kind !== 'gone'
}
