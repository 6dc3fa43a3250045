import type { Role } from './actor.ts'

/** One row of a lifecycle (流转表): who may take what from where to where, and by which article. */
export type Transition<State extends string, Action extends string> = {
  from: State
  action: Action
  to: State
  roles: readonly (Role | 'applicant' | 'system')[]
  law: string
}

/** Finds the row that `action` takes from `from` for one of `roles`, or null when the table has none. */
export function step<S extends string, A extends string>(
  table: readonly Transition<S, A>[],
  from: S,
  action: string,
  roles: readonly string[],
): Transition<S, A> | null {
  return (
    table.find(
      (row) =>
        row.from === from && row.action === action && row.roles.some((r) => roles.includes(r)),
    ) ?? null
  )
}

/** Lists the actions that the table opens from `from` to an actor holding `roles`. */
export function openActions<S extends string, A extends string>(
  table: readonly Transition<S, A>[],
  from: S,
  roles: readonly string[],
): A[] {
  return table
    .filter((row) => row.from === from && row.roles.some((r) => roles.includes(r)))
    .map((row) => row.action)
}
