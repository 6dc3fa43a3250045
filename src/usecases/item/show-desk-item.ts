import { toText } from '../../domain/document/to-text.ts'
import type { ItemContent } from '../../domain/item/content.ts'
import { publicationDue, type PublicationDue } from '../../domain/item/publish-clock.ts'
import { levelsOf, missingLevels } from '../../domain/item/review.ts'
import type { ItemAction, ItemState, ReviewLevel } from '../../domain/item/states.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { selectAutosave, type AutosaveRow } from '../../store/tenant/item/autosave.ts'
import {
  type ItemEventRow,
  selectItemHistory,
  selectIndexNumber,
} from '../../store/tenant/item/desk.ts'
import { type EditionLine, selectEditions } from '../../store/tenant/item/edition.ts'
import type { Standing } from '../../domain/consultation/consultation.ts'
import { standingsOf } from '../consultation/consultations-of.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Ending, parseEnding } from './ending.ts'
import { type Work, readWork, reviewsOf } from './read-work.ts'
import { type Findings, findingsOf } from './finding/search-findings.ts'
import { openSteps } from './take-item-step.ts'

/** One review as the desk shows it (审查记录); void when the content has changed since. */
export type ReviewView = {
  level: string
  verdict: string
  reviewer: string
  opinion: string | null
  checks: readonly string[]
  override: string | null
  digest: string
  at: string
  isVoid: boolean
}

/** All that staff see of an item (稿件): times are RFC 3339, days YYYY-MM-DD. */
export type DeskItem = Omit<ItemContent, 'attachments'> & {
  id: string
  version: number
  state: ItemState
  edition: number
  isLive: boolean
  indexNumber: string | null
  category: string
  matter: string | null
  unit: string | null
  /** the text as plain text */ body: string
  attachments: (ItemContent['attachments'][number] & { scan: string })[]
  digest: string
  note: string | null
  remark: string | null
  reviews: ReviewView[]
  /** levels whose approval of this content is still missing */ missing: ReviewLevel[]
  levels: readonly ReviewLevel[]
  findings: Findings | null
  /** agencies that must agree to this very text, and how each stands */
  consultations: { agencyId: string; standing: Standing }[]
  due: PublicationDue | null
  publishAt: string | null
  publishedAt: string | null
  reassessOn: string | null
  ending: Ending | null
  editions: { n: number; note: string | null; publishedAt: string; isOpen: boolean }[]
  timeline: {
    at: string
    event: string
    by: string
    edition: number | null
    level: string | null
    verdict: string | null
  }[]
  createdAt: string
  updatedAt: string
  /** steps that are open to this person now */ actions: ItemAction[]
  /** what this person was typing and did not save */
  autosave: { baseVersion: number; at: string; fields: unknown } | null
}

/** Opens an item at the desk (查看稿件): what it says, who reviewed which bytes and when, what is open. */
export async function showDeskItem(ctx: Ctx, id: string): Promise<Result<DeskItem>> {
  const { actor, db } = ctx
  if (!may(actor, 'item.list-desk') || actor.type !== 'staff') return turnAway(actor)
  const work = await readWork(ctx, id)
  if (work === null) return refuse({ code: 'not-found' })
  const [history, editions, [number], [autosave]] = await readBatch<
    [ItemEventRow, EditionLine, { number: string }, AutosaveRow]
  >(db, [
    selectItemHistory(id),
    selectEditions(id),
    selectIndexNumber(id),
    selectAutosave(id, actor.id),
  ])
  const { row, content, state } = work
  const scans = new Map(work.files.map((file) => [file.id, file.scan]))
  return ok({
    ...content,
    id,
    version: work.version,
    state,
    edition: row.edition,
    isLive: row.isLive === 1,
    indexNumber: number?.number ?? null,
    category: row.category,
    matter: row.matter,
    unit: row.unit,
    body: toText(content.document),
    attachments: content.attachments.map((file) => {
      return { ...file, scan: scans.get(file.id) ?? 'missing' }
    }),
    digest: row.digest,
    note: row.note,
    remark: row.remark,
    reviews: reviewViews(work),
    missing: missingOf(ctx, work),
    levels: levelsOf(ctx.agency.settings.reviewLevels),
    consultations: await standingsOf(ctx, id, row.digest, content.coAgencies),
    findings: findingsOf(row.findings, row.digest),
    due: dueOf(ctx, row.publishBy),
    publishAt: instantOf(row.publishAt),
    publishedAt: instantOf(work.shown?.publishedAt ?? null),
    reassessOn: row.reassessOn,
    ending: row.ending === null ? null : parseEnding(row.ending),
    editions: editions.map(({ n, note, publishedAt, isOpen }) => {
      return { n, note, publishedAt: toRfc3339(publishedAt), isOpen: isOpen === 1 }
    }),
    timeline: history.map(({ at, kind, by, edition, level, verdict }) => {
      return { at: toRfc3339(at), event: kind, by, edition, level, verdict }
    }),
    createdAt: toRfc3339(row.createdAt),
    updatedAt: toRfc3339(row.updatedAt),
    actions: openSteps(work, actor),
    autosave:
      autosave === undefined
        ? null
        : {
            baseVersion: autosave.baseVersion,
            at: toRfc3339(autosave.at),
            fields: JSON.parse(autosave.fields),
          },
  })
}

/** How an item that is owed to the public stands today (公开期限). */
export function dueOf(
  { calendar, now }: Pick<Ctx, 'calendar' | 'now'>,
  publishBy: string | null,
): PublicationDue | null {
  if (publishBy === null) return null
  return publicationDue(localDate(publishBy), localDateOf(now), calendar)
}

function missingOf(ctx: Ctx, work: Work): ReviewLevel[] {
  const { edition, digest } = work.row
  const reviewed = { edition, digest, editors: work.editors }
  return missingLevels(reviewed, reviewsOf(work), ctx.agency.settings.reviewLevels)
}

function reviewViews({ reviews, row }: Work): ReviewView[] {
  return reviews.map((review) => ({
    level: review.level,
    verdict: review.verdict,
    reviewer: review.name ?? review.reviewer,
    opinion: review.opinion,
    checks: stringsOf(JSON.parse(review.checks)),
    override: review.override,
    digest: review.digest,
    at: toRfc3339(review.at),
    isVoid: review.digest !== row.digest || review.edition !== row.edition,
  }))
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function instantOf(at: number | null): string | null {
  return at === null ? null : toRfc3339(at)
}
