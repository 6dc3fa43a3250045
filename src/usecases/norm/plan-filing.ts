import { excerptFor } from '../../domain/consultation/consultation.ts'
import type { FilingContent } from '../../domain/norm/filing.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { selectForValidity, type ValidityRow } from '../../store/tenant/item/validity.ts'
import type { Ctx } from '../context.ts'
import { planLetter, type PlannedLetter } from '../letter/plan-letter.ts'

/** Plans the letter that files a published document with the upper agency (报备); `note` tells what was corrected. */
export async function planFiling(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'newId'>,
  norm: Norm,
  upper: string,
  today: LocalDate,
  note: string | null,
): Promise<PlannedLetter> {
  const [[item]] = await readBatch<[ValidityRow]>(ctx.db, [selectForValidity(norm.itemId ?? '')])
  const publishedOn = norm.publishedOn ?? today
  const content: FilingContent = {
    document: norm.id,
    item: norm.itemId ?? '',
    number: norm.number ?? '',
    title: norm.title,
    maker: norm.maker,
    publishedOn,
    effectiveOn: norm.effectiveOn ?? publishedOn,
    expiresOn: norm.expiresOn,
    filedOn: today,
    fileBy: norm.fileBy ?? today,
    opinion: norm.opinion ?? '',
    ...excerptFor(item?.body ?? ''),
    corrects: note === null ? null : norm.filingLetter,
    note,
  }
  return planLetter(ctx, {
    to: upper,
    kind: 'norm-filing',
    subject: norm.title,
    about: norm.id,
    payload: content,
  })
}
