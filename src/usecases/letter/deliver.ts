import type { Agency } from '../../domain/agency/agency.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CarriedLetter,
  closeCarried,
  readCarried,
  refuseCarried,
} from '../../store/region/letter.ts'
import {
  insertLetterIn,
  type LetterRow,
  markOutAnswered,
  selectLetterIn,
  selectLetterOut,
} from '../../store/tenant/letter.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import type { ArrivedLetter, LetterReader } from './effect.ts'

/** What each kind of letter does where it arrives; a kind without a reader is nobody's. */
export type LetterReaders = Readonly<Partial<Record<string, LetterReader>>>

/**
 * The recipient's half of a letter's way (送达): takes it in with its effect, in one commit, once
 * for any number of calls, then lets the region forget its text. Refuses `not-found` for a letter
 * that is not on its way, `forbidden` for one to another agency, from a stranger or in answer to
 * what was never asked of its sender, `invalid` for a content that its kind does not have.
 */
export async function deliverLetter(
  ctx: Ctx,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  id: string,
  readers: LetterReaders,
): Promise<Result<null>> {
  const carried = await readCarried(region, id)
  if (carried === null) return refuse({ code: 'not-found' })
  if (carried.recipient !== ctx.agency.id) return refuse({ code: 'forbidden' })
  if (carried.deliveredAt === null) {
    const from = agencies.find((agency) => agency.id === carried.sender)
    const taken = await takeIn(ctx, carried, from, readers)
    if (!taken.ok) {
      await refuseCarried(region, id, taken.refusal.code)
      return taken
    }
    await closeCarried(region, id, ctx.now)
  }
  await ctx.post({ v: 1, kind: 'letter', tenant: carried.sender, key: id })
  return ok(null)
}

async function takeIn(
  ctx: Ctx,
  carried: CarriedLetter,
  from: Agency | undefined,
  readers: LetterReaders,
): Promise<Result<null>> {
  const { id, replyTo } = carried
  const [[known], [asked]] = await readBatch<[LetterRow, LetterRow]>(ctx.db, [
    selectLetterIn(id),
    selectLetterOut(replyTo ?? ''),
  ])
  if (known !== undefined) return ok(null)
  const isStranger = from === undefined || from.id === ctx.agency.id
  if (isStranger || (replyTo !== null && asked?.other !== from.id)) {
    return refuse({ code: 'forbidden' })
  }
  const letter = openLetter(carried, from)
  const reader = readers[carried.kind]
  if (letter === null || reader === undefined) return refuse({ code: 'invalid', errors: [] })
  return takeEffect(ctx, letter, reader)
}

async function takeEffect(
  ctx: Ctx,
  letter: ArrivedLetter,
  reader: LetterReader,
): Promise<Result<null>> {
  const { id, replyTo } = letter
  const effect = await reader(ctx, letter)
  if (!effect.ok) return effect
  const outcome = await commit(ctx, {
    events: [received(letter), ...effect.value.events],
    statements: [
      insertLetterIn(letter, effect.value.dueOn, ctx.now),
      ...(replyTo === null ? [] : [markOutAnswered(replyTo, id, ctx.now)]),
      ...effect.value.statements,
    ],
  })
  if (!outcome.ok && !(await isHere(ctx, id))) throw new Error('letter met a faster change')
  for (const message of effect.value.messages ?? []) await ctx.post(message)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

function openLetter(carried: CarriedLetter, from: Agency): ArrivedLetter | null {
  const { subject, payload } = carried
  if (subject === null || payload === null) return null
  const content = fromJson(payload)
  return content === undefined ? null : { ...carried, subject, payload, content, from }
}

function received({ id, kind, from }: ArrivedLetter): NewEvent {
  return {
    entity: 'letter',
    entityId: id,
    seq: 1,
    kind: 'letter.received',
    data: { from: from.id, letter: kind },
  }
}

async function isHere(ctx: Ctx, id: string): Promise<boolean> {
  const [[row]] = await readBatch<[LetterRow]>(ctx.db, [selectLetterIn(id)])
  return row !== undefined
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
