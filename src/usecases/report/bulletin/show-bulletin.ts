import type { BulletinContent } from '../../../domain/report/bulletin/content.ts'
import { type Drift, driftOf } from '../../../domain/report/bulletin/drift.ts'
import { type Finding, type Return, returnOf } from '../../../domain/report/bulletin/finding.ts'
import { type BulletinKind, kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import {
  type BulletinAction,
  type IssueWay,
  lifecycleOf,
} from '../../../domain/report/bulletin/lifecycle.ts'
import {
  bulletinNumber,
  bulletinSections,
  bulletinTitle,
  type BulletinSection,
  sectionTitles,
} from '../../../domain/report/bulletin/prose.ts'
import { bulletinReferences } from '../../../domain/report/bulletin/references.ts'
import { fillProse, type Quotable } from '../../../domain/report/quoted.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { readPeriod } from '../../../domain/statistics/period.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type FindingRow,
  selectClosedSince,
} from '../../../store/tenant/bulletin/bulletin-finding.ts'
import { type NumberedPeriod, selectNumbers } from '../../../store/tenant/bulletin/bulletin.ts'
import { type ObjectionRow, selectObjections } from '../../../store/tenant/statistics/assessment.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { findingOf, readWaiting } from './findings.ts'
import { gatherBulletin, hasBelow } from './gather.ts'
import { type Bulletin, readBulletin } from './read-bulletin.ts'
import { hasSheets, sheetsNow } from './sheets.ts'

/** A part of a bulletin's text: its title, and its text with the figures in place. */
export type FilledSection = { key: BulletinSection; title: string; text: string }

/** A finding of the ledger with what it repeats, where it appeared again (再次出现). */
export type LedgerFinding = Finding & { returned: Return | null }

/** A bulletin at the desk (简报): figures as locked or as they are, text, ledger, and the steps that are open. */
export type BulletinView = {
  bulletin: Bulletin
  title: string
  hasBelow: boolean
  content: BulletinContent
  sections: FilledSection[]
  references: readonly Quotable[]
  /** figures that are counted otherwise since they were locked (锁定后变动) */ drift: readonly Drift[]
  /** the ledger of its kind: what waits, and what was closed since the period began */
  ledger: { waiting: readonly LedgerFinding[]; closed: readonly LedgerFinding[] }
  objections: readonly ObjectionRow[]
  actions: readonly BulletinAction[]
  ways: readonly IssueWay[]
}

/** Shows a bulletin to the agency's staff; refuses `not-found` where none was made. */
export async function showBulletin(
  ctx: Ctx,
  region: RegionCtx,
  id: string,
): Promise<Result<BulletinView>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readBulletin(ctx, id)
  if (stored === null) return refuse({ code: 'not-found' })
  const { bulletin } = stored
  const opened = await openBulletin(ctx, region, bulletin)
  if (!opened.ok) return opened
  const isBelow = hasBelow(ctx, region)
  const [objections] = await readBatch<[ObjectionRow]>(ctx.db, [selectObjections(id)])
  return ok({
    bulletin,
    title: bulletinTitle(ctx.agency.name, bulletin.kind, bulletin.period),
    hasBelow: isBelow,
    ...opened.value,
    objections,
    actions: openActions(lifecycleOf(bulletin.kind), bulletin.state, actor.roles).filter(
      (action) =>
        action !== 'approve' ||
        (bulletin.checkedBy !== actor.id && isSettled(bulletin, objections, localDateOf(ctx.now))),
    ),
    ways: waysOf(bulletin, isBelow),
  })
}

/** Whether nobody may object any more, and every objection is decided (异议期满). */
export function isSettled(
  { locked }: Pick<Bulletin, 'locked'>,
  objections: readonly ObjectionRow[],
  today: LocalDate,
): boolean {
  const objectBy = locked?.objectBy ?? null
  return (
    objectBy === null || (today > objectBy && objections.every(({ state }) => state !== 'open'))
  )
}

/** How a bulletin may be issued: down only where somebody is below and it is about them. */
export function waysOf({ kind }: Pick<Bulletin, 'kind'>, isBelow: boolean): IssueWay[] {
  const goesDown = isBelow && kindsOfBulletin[kind].scope === 'below'
  return [...(goesDown ? (['sent-down'] as const) : []), 'published', 'filed']
}

/** What a bulletin says: figures, text with them in place, drift and ledger. */
export type OpenedBulletin = Pick<
  BulletinView,
  'content' | 'sections' | 'references' | 'drift' | 'ledger'
>

/** Opens a bulletin (简报内容): the figures that were locked, or those of now with the ledger as it stands. */
export async function openBulletin(
  ctx: Ctx,
  region: RegionCtx,
  bulletin: Bulletin,
): Promise<Result<OpenedBulletin>> {
  const { kind, period, prose, locked } = bulletin
  const begins = `${readPeriod(period)?.months[0] ?? ''}-01`
  const [gathered, waiting, [rows, numbered]] = await Promise.all([
    gatherBulletin(ctx, region, kind, period),
    readWaiting(ctx, kind),
    readBatch<[FindingRow, NumberedPeriod]>(ctx.db, [
      selectClosedSince(kind, begins),
      selectNumbers(kind),
    ]),
  ])
  if (!gathered.ok) return gathered
  const numbers = numbersOf(kind, numbered)
  const inLedger = (all: readonly Finding[]): LedgerFinding[] =>
    all
      // A later bulletin's findings are none of an earlier one's.
      .filter(({ firstPeriod }) => firstPeriod <= period)
      .map((one) => Object.assign({}, one, { returned: returnOf(one, numbers) }))
  const its = inLedger(waiting)
  const { content: figures, facts } = gathered.value
  const sheets = hasSheets(kind) && locked === null ? await sheetsNow(ctx, bulletin.id, facts) : []
  const current = { ...figures, findings: its.map(listedOf), sheets }
  const content = locked ?? current
  const references = bulletinReferences(content)
  const titles = sectionTitles(kind, hasBelow(ctx, region))
  return ok({
    content,
    references,
    sections: bulletinSections.map((key) => ({
      key,
      title: titles[key],
      text: fillProse(prose[key], references),
    })),
    drift: locked === null ? [] : driftOf(locked, current),
    ledger: { waiting: its, closed: inLedger(rows.map(findingOf)) },
  })
}

function numbersOf(kind: BulletinKind, rows: readonly NumberedPeriod[]): Map<string, string> {
  return new Map(
    rows.map((row) => [row.period, bulletinNumber(kind, row.number_year, row.number)] as const),
  )
}

function listedOf({
  id,
  agency,
  what,
  state,
  firstPeriod,
  times,
  dueOn,
  returned,
}: LedgerFinding): BulletinContent['findings'][number] {
  return { id, agency, what, state, firstPeriod, times, dueOn, returned }
}
