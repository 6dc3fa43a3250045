import * as z from 'zod'
import { cardFields, cardKinds } from '../../domain/catalog/card.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import {
  readAllCards,
  readCard,
  readPresentCards,
  type CardRow,
} from '../../store/tenant/catalog/institution-card.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A card (领导分工、内设机构); `version` counts its changes. */
export type CardView = z.output<typeof cardFields> & {
  id: string
  version: number
  kind: (typeof cardKinds)[number]
  place: number
  name: string
  fromOn: string
  toOn: string | null
}

/** Shows leaders and offices as they are today (机构职能, 条例第20条第二项); past cards are not told. */
export async function showInstitution(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
): Promise<Result<{ items: CardView[] }>> {
  const rows = await readPresentCards(ctx.db, localDateOf(ctx.now))
  return ok({ items: rows.map(cardView) })
}

/** Lists all cards for officers, also those that have ended. */
export async function listCards(ctx: Ctx): Promise<Result<{ items: CardView[] }>> {
  if (!may(ctx.actor, 'card.save')) return turnAway(ctx.actor)
  return ok({ items: (await readAllCards(ctx.db)).map(cardView) })
}

/** Shows one card to officers. */
export async function showCard(ctx: Ctx, id: string): Promise<Result<CardView>> {
  if (!may(ctx.actor, 'card.save')) return turnAway(ctx.actor)
  const row = await readCard(ctx.db, id)
  return row === null ? refuse({ code: 'not-found' }) : ok(cardView(row))
}

const kindOf = z.enum(cardKinds)

function cardView({ seq, kind, fields, ...row }: CardRow): CardView {
  const said = cardFields.parse(JSON.parse(fields))
  return { ...row, ...said, version: seq, kind: kindOf.parse(kind) }
}
