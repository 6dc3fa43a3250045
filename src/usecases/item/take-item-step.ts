import { itemLifecycle, type ItemTransition } from '../../domain/item/lifecycle.ts'
import type { ItemAction } from '../../domain/item/states.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import type { Work } from './read-work.ts'

type Standing = { state: Work['state']; row: Pick<Work['row'], 'isLive'> }

/** Asks the table whether these roles may take this step now: `forbidden` when only others may. */
export function mayTake(
  { state, row }: Standing,
  action: ItemAction,
  roles: readonly string[],
): Result<ItemTransition> {
  const open = rowsFrom(state, row.isLive).filter((one) => one.action === action)
  const found = open.find((one) => one.roles.some((role) => roles.includes(role)))
  if (found !== undefined) return ok(found)
  return refuse(open.length > 0 ? { code: 'forbidden' } : { code: 'step-not-open', state, action })
}

/** The steps that the table opens to these roles now (可办动作). */
export function openSteps({ state, row }: Standing, roles: readonly string[]): ItemAction[] {
  const open = rowsFrom(state, row.isLive).filter((one) =>
    one.roles.some((role) => roles.includes(role)),
  )
  return [...new Set(open.map(({ action }) => action))]
}

function rowsFrom(state: Work['state'], isLive: 0 | 1): readonly ItemTransition[] {
  return itemLifecycle.filter((one) => one.from === state && (!one.needsLive || isLive === 1))
}
