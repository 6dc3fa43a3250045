import { advanced } from '../../../domain/report/bulletin/carry-over.ts'
import { type Finding, isWaiting } from '../../../domain/report/bulletin/finding.ts'
import type { IssueWay } from '../../../domain/report/bulletin/lifecycle.ts'
import { bulletinNumber, bulletinTitle } from '../../../domain/report/bulletin/prose.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import { selectLastNumber } from '../../../store/tenant/bulletin/bulletin.ts'
import type { Ctx, Message, RegionCtx } from '../../context.ts'
import { draftItem } from '../../item/draft-item.ts'
import { bulletinDocument } from './bulletin-document.ts'
import { planFindings } from './findings.ts'
import { hasBelow } from './gather.ts'
import { lettersDown } from './letter-down.ts'
import type { Bulletin } from './read-bulletin.ts'
import { openBulletin, type OpenedBulletin, waysOf } from './show-bulletin.ts'

/** What issuing a bulletin does (印发): its number, its letters, the findings that they tell, its item. */
export type PlannedIssue = {
  year: number
  number: number
  issuedOn: LocalDate
  ways: readonly IssueWay[]
  itemId: string | null
  events: NewEvent[]
  statements: Statement[]
  messages: Message[]
}

/** Plans the issue of an approved bulletin (印发简报): sent down by letter, drawn up as an item, or filed. */
export async function planIssue(
  ctx: Ctx,
  region: RegionCtx,
  bulletin: Bulletin,
  asked: readonly IssueWay[],
): Promise<Result<PlannedIssue>> {
  const allowed = waysOf(bulletin, hasBelow(ctx, region))
  const ways = [...new Set(asked)]
  if (ways.some((way) => !allowed.includes(way))) {
    return refuseField('/ways', { problem: 'not-listed', allowed })
  }
  const opened = await openBulletin(ctx, region, bulletin)
  if (!opened.ok) return opened
  const issuedOn = localDateOf(ctx.now)
  const year = yearOf(issuedOn)
  const [[last]] = await readBatch<[{ number: number | null }]>(ctx.db, [
    selectLastNumber(bulletin.kind, year),
  ])
  const number = (last?.number ?? 0) + 1
  const item = ways.includes('published')
    ? await prepareBulletinItem(ctx, bulletin, opened.value, issuedOn, number)
    : ok(null)
  if (!item.ok) return item
  const down = ways.includes('sent-down')
    ? sendDown(ctx, region, bulletin, opened.value, { issuedOn, number })
    : { events: [], statements: [], messages: [] }
  return ok({ year, number, issuedOn, ways, itemId: item.value, ...down })
}

/** Draws up the item by which a bulletin is published (简报稿件); it passes both reviews like every other. */
async function prepareBulletinItem(
  ctx: Ctx,
  bulletin: Bulletin,
  opened: OpenedBulletin,
  issuedOn: LocalDate,
  number: number,
): Promise<Result<string>> {
  const title = bulletinTitle(ctx.agency.name, bulletin.kind, bulletin.period)
  const drafted = await draftItem(
    ctx,
    {
      title,
      summary: title,
      document: bulletinDocument(opened, null),
      category: 'other-statutory',
      attribute: 'proactive',
      genre: '通报',
      writtenOn: issuedOn,
      docNumber: bulletinNumber(bulletin.kind, yearOf(issuedOn), number),
    },
    `bulletin-${bulletin.id}-${bulletin.version}`,
  )
  return drafted.ok ? ok(drafted.value.id) : drafted
}

/** A letter to every agency directly below, with the findings about it. */
function sendDown(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  bulletin: Bulletin,
  opened: OpenedBulletin,
  as: { issuedOn: LocalDate; number: number },
): Pick<PlannedIssue, 'events' | 'statements' | 'messages'> {
  const entry = { on: as.issuedOn, what: 'sent', period: bulletin.period, text: null } as const
  const told = opened.ledger.waiting
    .filter((one) => isWaiting(one) && one.agency !== ctx.agency.id)
    .map((one): Finding => advanced(one, entry))
  const findings = planFindings(ctx, 'send', told)
  const letters = agencies
    .filter(({ parentId, closed }) => parentId === ctx.agency.id && closed === undefined)
    .flatMap(({ id }) =>
      lettersDown(ctx, {
        bulletin,
        opened,
        to: id,
        findings: told.filter((one) => one.agency === id),
        ...as,
      }),
    )
  return {
    events: [...findings.events, ...letters.flatMap(({ events }) => events)],
    statements: [...findings.statements, ...letters.flatMap(({ statements }) => statements)],
    messages: letters.map(({ message }) => message),
  }
}
