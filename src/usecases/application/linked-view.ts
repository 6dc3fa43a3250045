import { isState, type State } from '../../domain/application/types.ts'
import type { LinkedRow, TransferRow } from '../../store/tenant/application/transfer.ts'
import type { Ctx } from '../context.ts'
import { numberOf } from './number-of.ts'
import { secretFor } from './receipt-secret.ts'
import { openPlace } from './instrument/seal-place.ts'

/** A case that came from the same application (关联的申请). */
export type Linked = { receipt: string; number: string | null; state: State }

/**
 * Where a case came from or went (移送): `agency` is an id, `number` the one at its origin, `takenAs` the
 * receipt under which the other agency registered it.
 */
export type TransferView = {
  direction: 'in' | 'out'
  agency: string
  basis: string
  sentOn: string
  state: TransferRow['state']
  number: string | null
  takenAs: string | null
}

/** Where the applicant finds a case that went to another agency (移送后的查询处). */
export type MovedTo = { agency: string; receipt: string; secret: string }

/** Shows the cases that were split together with one. */
export function linkedViews(ctx: Pick<Ctx, 'agency'>, rows: readonly LinkedRow[]): Linked[] {
  return rows.flatMap((row) =>
    isState(row.state) ? [{ receipt: row.id, number: numberOf(ctx, row), state: row.state }] : [],
  )
}

/** Shows the transfers of a case to officers. */
export async function transferViews(
  { keys }: Pick<Ctx, 'keys'>,
  rows: readonly TransferRow[],
): Promise<TransferView[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { direction, agency, basis, sent_on: sentOn, state, number } = row
      const takenAs = (await openPlace(keys, row))?.receipt ?? null
      return { direction, agency, basis, sentOn, state, number, takenAs }
    }),
  )
}

/** Says where a case is now that another agency registered it, or null. */
export async function movedTo(
  { keys }: Pick<Ctx, 'keys'>,
  rows: readonly TransferRow[],
): Promise<MovedTo | null> {
  const done = rows.find(({ direction, state }) => direction === 'out' && state === 'done')
  const place = done === undefined ? null : await openPlace(keys, done)
  return done === undefined || place === null ? null : { agency: done.agency, ...place }
}

/**
 * Adds the query password to the cases that were split from an application, for who has the
 * application's own: its origin keeps the one that it had.
 */
export async function withSecrets(
  { keys }: Pick<Ctx, 'keys'>,
  linked: readonly Linked[],
  isOrigin: boolean,
): Promise<(Linked & { secret: string | null })[]> {
  return Promise.all(
    linked.map(async (one) => ({
      ...one,
      secret: isOrigin ? await secretFor(keys, one.receipt) : null,
    })),
  )
}
