import type * as z from 'zod'
import { normaliseDocNumber } from '../../domain/item/import-doc-number.ts'
import { changeNorm, type NormChange } from '../../domain/norm/decide.ts'
import { normEntry } from '../../domain/norm/input.ts'
import { fileByOf, type Norm, serialOf } from '../../domain/norm/norm.ts'
import { lastDay, statedTerm, termOf } from '../../domain/norm/validity.ts'
import type { Fact } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import type { ValidityRow } from '../../store/tenant/item/validity.ts'
import { selectNumberTaken } from '../../store/tenant/norm/norm.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { commitNorm, nothing } from './commit-norm.ts'
import { blankNorm } from './draft-norm.ts'
import { findPublished } from './find-published.ts'
import { showNorm, type NormView } from './show-norm.ts'

/**
 * Enters a document that was made and published before the register began (补登已有文件), with the
 * number it has; it counts as made in the year of its publication.
 */
export async function enterNorm(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<NormView>> {
  const { actor, agency } = ctx
  if (!may(actor, 'norm.enter') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(normEntry, raw)
  if (!input.ok) return input
  const repeat = await recallId(ctx, 'norm.enter', idempotencyKey, input.value)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showNorm(ctx, earlier)
  const found = await findPublished(ctx, input.value.item)
  if (!found.ok) return found
  const today = localDateOf(ctx.now)
  const { title, maker = agency.name } = input.value
  const blank = blankNorm(ctx.newId(), title, maker, actor.id, today)
  const change = enteredAs(ctx, blank, input.value, found.value)
  const sound = checkDays(change.norm, today)
  if (!sound.ok) return sound
  const free = await checkNumber(ctx, input.value.number)
  if (!free.ok) return free
  const done = await commitNorm(ctx, change, { ...nothing, statements: remember(blank.id) })
  return done.ok ? showNorm(ctx, blank.id) : done
}

/** No two documents have one number (不重号), however its brackets and figures are written. */
async function checkNumber({ db }: Pick<Ctx, 'db'>, number: string): Promise<Result<null>> {
  const numbers = [number, normaliseDocNumber(number).text]
  const [[found]] = await readBatch<[{ taken: 1 }]>(db, [selectNumberTaken(numbers)])
  return found === undefined ? ok(null) : refuseField('/number', { problem: 'taken' })
}

/** A document is in force for a while after it was published, and was filed after that; else its figures would not add up. */
function checkDays(
  { publishedOn, effectiveOn, expiresOn, filedOn }: Norm,
  today: LocalDate,
): Result<null> {
  if (filedOn !== null && filedOn > today) return refuseField('/filedOn', { problem: 'in-future' })
  const inOrder = [
    ['/filedOn', filedOn, '/publishedOn', publishedOn],
    ['/expiresOn', expiresOn, '/effectiveOn', effectiveOn],
    ['/expiresOn', expiresOn, '/publishedOn', publishedOn],
  ] as const
  const wrong = inOrder.find(([, on, , from]) => on !== null && from !== null && on < from)
  return wrong === undefined
    ? ok(null)
    : refuseField(wrong[0], { problem: 'before', other: wrong[2] })
}

type Entry = z.output<typeof normEntry>

/** The document as it stands: numbered, published and in force, filed where it was. */
function enteredAs(
  { agency, calendar }: Pick<Ctx, 'agency' | 'calendar'>,
  blank: Norm,
  entry: Entry,
  item: ValidityRow,
): NormChange {
  const on = localDateOf(item.publishedAt)
  const term = statedTerm(termOf(blank.title), entry.validityYears)
  const { number, effectiveOn = on, unit = null, basis = null } = entry
  const { expiresOn = lastDay(effectiveOn, term.years), filedOn = null } = entry
  const serial = serialOf(agency, yearOf(on), normaliseDocNumber(number).text)
  const numbered = {
    number,
    numberYear: serial === null ? null : yearOf(on),
    numberSerial: serial,
  }
  const fact: Fact = { kind: 'norm.published', data: { on, item: item.id } }
  return changeNorm({ ...blank, ...numbered }, [fact], {
    unit,
    basis,
    state: filedOn === null ? 'published' : 'accepted',
    itemId: item.id,
    publishedOn: on,
    effectiveOn,
    validityYears: term.years,
    validitySource: term.source,
    expiresOn,
    inForce: 1,
    fileBy: fileByOf(agency, on, calendar),
    filedOn,
  })
}
