import type { Finding } from '../../../domain/report/bulletin/finding.ts'
import {
  type BulletinLetter,
  linesFor,
  partLetters,
  toldOf,
} from '../../../domain/report/bulletin/letter-content.ts'
import { bulletinNumber, bulletinTitle } from '../../../domain/report/bulletin/prose.ts'
import { figureWords } from '../../../domain/report/bulletin/references.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import type { Ctx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import type { Bulletin } from './read-bulletin.ts'
import type { OpenedBulletin } from './show-bulletin.ts'

/** Plans the letters by which a bulletin goes down to one agency (下发简报), mostly one, with what was found about it alone. */
export function lettersDown(
  ctx: Ctx,
  {
    bulletin,
    opened,
    to,
    findings,
    issuedOn,
    number,
  }: {
    bulletin: Bulletin
    opened: OpenedBulletin
    to: string
    findings: readonly Finding[]
    issuedOn: LocalDate
    number: number
  },
): PlannedLetter[] {
  const { id, kind, period } = bulletin
  const { content, sections } = opened
  const returns = new Map(opened.ledger.waiting.map(({ id: one, returned }) => [one, returned]))
  const title = bulletinTitle(ctx.agency.name, kind, period)
  const payload: BulletinLetter = {
    bulletin: id,
    part: 1,
    kind,
    period,
    title,
    docNumber: bulletinNumber(kind, yearOf(issuedOn), number),
    issuedOn,
    sections: sections.map((section) => ({ title: section.title, text: section.text })),
    figures: content.figures.map((figure) => ({
      name: figure.name,
      unit: figure.unit,
      value: figureWords(figure),
    })),
    ...linesFor(to, content.lines),
    coverage: { reporting: content.coverage.reporting, of: content.coverage.of },
    findings: findings.map((one) => toldOf(one, returns.get(one.id))),
    score: scoreOf(content, to),
  }
  return partLetters(payload).map((part) =>
    planLetter(ctx, { to, kind: 'bulletin', subject: title, about: id, payload: part }),
  )
}

function scoreOf({ sheets }: OpenedBulletin['content'], agency: string): BulletinLetter['score'] {
  const sheet = sheets.find((one) => one.agency === agency)
  if (sheet === undefined) return null
  const { total, band, place } = sheet
  return { total, band, place, of: sheets.length }
}
