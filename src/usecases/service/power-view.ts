import * as z from 'zod'
import type { PowerEdition } from '../../domain/service/compare.ts'
import { type ChangeKind, isChangeKind } from '../../domain/service/change-kinds.data.ts'
import { isPowerType, type PowerType } from '../../domain/service/power-types.data.ts'
import type { ListedPower } from '../../domain/service/power-list.ts'
import type { PowerLogRow, PowerRow } from '../../store/tenant/service/power.ts'

/** A line of the log of the list (调整记录). */
export type PowerLogLine = {
  on: string
  kind: ChangeKind
  id: string
  code: string
  name: string
  type: PowerType
  note: string | null
  reason: string
  basis: string
}

const articles = z.array(z.string())

/** The articles that a stored power rests on. */
export function basisOf({ basis }: { basis: string }): string[] {
  return articles.parse(JSON.parse(basis))
}

/** The type of a stored power; one that no table knows is a bug. */
export function typeOf({ type }: { type: string }): PowerType {
  if (!isPowerType(type)) throw new Error(`stored type of power is not known: ${type}`)
  return type
}

/** Turns a stored row into what lists and comparisons show. */
export function editionOf(row: PowerRow): PowerEdition {
  const { power_id: id, code, name, unit, valid_from: from, valid_to: to } = row
  return { id, code, name, type: typeOf(row), unit, basis: basisOf(row), from, to }
}

/** Turns a stored row into what the rules of the list look at. */
export function listedOf(row: PowerRow): ListedPower {
  const { power_id: id, n, code, name, unit } = row
  return { id, n, code, name, type: typeOf(row), unit, basis: basisOf(row) }
}

/** Turns a stored line of the log into what is shown. */
export function logLineOf(row: PowerLogRow): PowerLogLine {
  const { on_day: on, kind, power_id: id, code, name, note, reason, basis } = row
  if (!isChangeKind(kind)) throw new Error(`stored kind of change is not known: ${kind}`)
  return { on, kind, id, code, name, type: typeOf(row), note, reason, basis }
}
