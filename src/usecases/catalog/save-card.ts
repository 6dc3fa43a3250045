import type * as z from 'zod'
import { cardInput } from '../../domain/catalog/card.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import { type CardRow, putCard, readCard } from '../../store/tenant/catalog/institution-card.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { once, type Remember } from '../recall.ts'
import { showCard, type CardView } from './show-institution.ts'

/**
 * Adds a card or changes one (领导分工、内设机构); with a last day it ends and stays on record. What the
 * public reads changes with it at once. Refuses `stale` when somebody else changed it meanwhile.
 */
export async function saveCard(
  ctx: Ctx,
  id: string | null,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<CardView>> {
  if (!may(ctx.actor, 'card.save')) return turnAway(ctx.actor)
  const input = parseInput(cardInput, raw)
  if (!input.ok) return input
  const content = { id, ...input.value }
  return once(
    ctx,
    { verb: 'card.save', key: idempotencyKey, content },
    {
      again: (card) => showCard(ctx, card),
      make: (remember) => write(ctx, id, input.value, remember),
    },
  )
}

async function write(
  ctx: Ctx,
  id: string | null,
  input: z.output<typeof cardInput>,
  remember: Remember,
): Promise<Result<CardView>> {
  const before = id === null ? null : await readCard(ctx.db, id)
  if (id !== null && before === null) return refuse({ code: 'not-found' })
  const { kind, name, place, fromOn, toOn = null, seen, ...fields } = input
  const fits = fitsTo(before, kind, seen)
  if (!fits.ok) return fits
  const seq = (before?.seq ?? 0) + 1
  const cardId = id ?? ctx.newId()
  const card = { id: cardId, seq, kind, place, name, fields: JSON.stringify(fields), fromOn, toOn }
  const done = await commit(ctx, {
    events: [
      {
        entity: 'card',
        entityId: cardId,
        seq,
        kind: 'card.saved',
        data: { kind, from: fromOn, to: toOn },
      },
    ],
    statements: [putCard(card, ctx.now), bumpContent(), ...remember(cardId)],
  })
  return done.ok ? showCard(ctx, cardId) : refuse({ code: 'stale' })
}

/** A card keeps its kind, and is changed as the officer saw it. */
function fitsTo(before: CardRow | null, kind: string, seen: number | undefined): Result<null> {
  if (before !== null && before.kind !== kind) {
    return refuseField('/kind', { problem: 'not-listed', allowed: [before.kind] })
  }
  const standing = before?.seq ?? 0
  return seen === undefined || seen === standing ? ok(null) : refuse({ code: 'stale' })
}
