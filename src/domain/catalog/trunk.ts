import type { LocalDate } from '../time/local-date.ts'
import { trunks, type Trunk } from './columns.data.ts'

/** The newest version of the national trunk (目录主干). */
export const latestTrunk: Trunk = lastOf(trunks)

/** The version of the trunk in force on a day; the first one before there was any. */
export function trunkOn(day: LocalDate, versions: readonly Trunk[] = trunks): Trunk {
  const inForce = versions.filter(({ inForceFrom }) => inForceFrom <= day)
  return lastOf(inForce.length === 0 ? versions.slice(0, 1) : inForce)
}

function lastOf(versions: readonly Trunk[]): Trunk {
  const last = versions.at(-1)
  if (last === undefined) throw new Error('there is no version of the trunk')
  return last
}
