import { bidKinds } from './bids.data.ts'
import { creditKinds } from './credit.data.ts'
import { enforcementKinds } from './enforcement.data.ts'
import type { ItemKind } from './kind.ts'
import { livelihoodKinds } from './livelihood.data.ts'
import { moneyKinds } from './money.data.ts'
import { plainKinds } from './plain.data.ts'

/** Every special kind of item (专项类型), the plain document first. */
export const itemKinds: readonly ItemKind[] = [
  ...plainKinds,
  ...enforcementKinds,
  ...creditKinds,
  ...moneyKinds,
  ...bidKinds,
  ...livelihoodKinds,
]

/** The kind with an id; null when there is none. */
export function kindOf(id: string): ItemKind | null {
  return itemKinds.find((kind) => kind.id === id) ?? null
}
