import { type BulletinContent } from '../../../domain/report/bulletin/content.ts'
import { bulletinTitle } from '../../../domain/report/bulletin/prose.ts'
import { schemeOf } from '../../../domain/report/bulletin/scheme.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { addDays } from '../../../domain/time/local-date.ts'
import type { Ctx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import type { Bulletin } from './read-bulletin.ts'

/** Shows every agency its own sheet (考核表送核): a letter to each, with the day until which it may object. */
export function planShowing(
  ctx: Ctx,
  { id, kind, period }: Bulletin,
  content: BulletinContent,
): { content: BulletinContent; letters: PlannedLetter[] } {
  const { objectionDays } = schemeOf(ctx.agency.settings)
  const objectBy = addDays(localDateOf(ctx.now), objectionDays)
  const title = bulletinTitle(ctx.agency.name, kind, period)
  return {
    content: { ...content, objectBy },
    letters: content.sheets.map((sheet) =>
      planLetter(ctx, {
        to: sheet.agency,
        kind: 'assessment-sheet',
        subject: title,
        about: id,
        payload: { bulletin: id, period, title, sheet, objectBy },
      }),
    ),
  }
}
