import { isFormedBy } from '../../../domain/item/publish-clock.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { facet, matchQuery } from '../../../domain/item/search-query.ts'
import { toText } from '../../../domain/document/to-text.ts'
import type { Fact } from '../../../domain/shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf, startOfDay } from '../../../domain/time/instant.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import type { Statement } from '../../../store/statement.ts'
import { readBatch } from '../../../store/read.ts'
import {
  addEdition,
  closeEditions,
  type EditionLine,
  selectEditions,
} from '../../../store/tenant/item/edition.ts'
import { countFiles, uncountFiles } from '../../../store/tenant/item/file-count.ts'
import { linkInterpretations } from '../../../store/tenant/item/interpretation.ts'
import { keepNumber, publishItems } from '../../../store/tenant/item/publish.ts'
import { newestOfColumns } from '../../../store/tenant/item/refile.ts'
import { republishItem, setLiveFiles } from '../../../store/tenant/item/republish.ts'
import { actorName } from '../../../domain/shared/actor.ts'
import type { Ctx } from '../../context.ts'
import { checkPublication } from '../check-publication.ts'
import { columnsOfItem, facetsOfItem, publicItemOf } from '../item-facts.ts'
import { planFiling } from '../plan-filing.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'

/** When an edition goes out: now, or as of an earlier day with its reason. */
type Release = { at: number; backdateReason: string | null; hideEarlier: boolean }

/**
 * Publishes an item (发布): the instant is the server's; an earlier day needs a reason that stays on
 * record. Refuses through whatever door when a review is missing or void, when a byte differs from
 * what was reviewed, or when the attribute is not 主动公开.
 */
export async function publishItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.publish, raw)
  if (!input.ok) return input
  const { publishedOn, backdateReason, hideEarlier = false, version } = input.value
  const current = checkSeen(work, version)
  if (!current.ok) return current
  const release = releaseOf(ctx.now, work, publishedOn, backdateReason)
  if (!release.ok) return release
  const isInOrder = await isAfterEarlier(ctx, work, release.value)
  if (!isInOrder) {
    return refuseField('/publishedOn', { problem: 'before', other: '/earlierEdition' })
  }
  return releaseItem(ctx, work, { ...release.value, hideEarlier })
}

/** Lets an edition out whose conditions are all met (放行): row, index, files and edition in one batch. */
export async function releaseItem(ctx: Ctx, work: Work, release: Release): Promise<Result<null>> {
  const { content, row } = work
  if (content.attribute !== 'proactive' || content.visibility !== 'public') {
    return content.attribute === null
      ? refuse({ code: 'attribute-undecided' })
      : refuse({ code: 'not-for-public' })
  }
  if (!isFormedBy(content.writtenOn, localDateOf(release.at))) {
    return refuseField('/writtenOn', { problem: 'in-future' })
  }
  const allowed = await checkPublication(ctx, work)
  if (!allowed.ok) return allowed
  const { facts, statements } =
    row.isLive === 1 ? newEdition(ctx, work, release) : firstTime(ctx, work, release)
  const filing = await planFiling(ctx, work)
  const patch = {
    state: 'published',
    isLive: 1 as const,
    publishBy: null,
    publishAt: null,
    ending: null,
    remark: null,
  }
  const done = await commitWork(ctx, work, [...facts, ...filing.facts], patch, [
    addEdition(row.id, {
      n: row.edition,
      isOpen: 1,
      note: row.note,
      publishedAt: release.at,
      committedAt: ctx.now,
      publishedBy: actorName(ctx.actor),
      backdateReason: release.backdateReason,
      digest: row.digest,
      content: row.content,
    }),
    ...withFiles(work, statements),
    ...filing.statements,
    ...linkInterpretations(row.id, content.interprets),
    ...(release.hideEarlier ? [closeEditions(row.id, row.edition)] : []),
  ])
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return done
}

/** The sums of files follow the edition; one that never had a file and has words plays no part in them. */
function withFiles({ row, content, files, shown }: Work, release: Statement[]): Statement[] {
  const isPlain = files.length === 0 && shown?.body !== '' && toText(content.document) !== ''
  if (isPlain) return release
  const live = content.attachments.map(({ id }) => id)
  return [
    ...uncountFiles([row.id]),
    ...release,
    setLiveFiles(row.id, live),
    ...countFiles([row.id]),
  ]
}

function firstTime(
  ctx: Ctx,
  work: Work,
  { at, backdateReason }: Release,
): { facts: Fact[]; statements: Statement[] } {
  const item = publicItemOf(ctx.agency, work, at)
  const columns = columnsOfItem(ctx.agency, work.row.category)
  const facets = facetsOfItem(ctx.agency, item)
  const data = { on: localDateOf(at), columns, facets, edition: work.row.edition }
  return {
    facts: [
      {
        kind: 'item.published',
        data: backdateReason === null ? data : { ...data, backdated: true },
      },
    ],
    statements: [
      ...keepNumber(item),
      ...publishItems([item], new Map(columns.map((id) => [id, at]))),
    ],
  }
}

/** A new edition keeps the day on which the item was first published. */
function newEdition(
  ctx: Ctx,
  work: Work,
  { at }: Release,
): { facts: Fact[]; statements: Statement[] } {
  const { row, shown } = work
  const { edition, digest } = row
  const item = publicItemOf(ctx.agency, work, shown?.publishedAt ?? at)
  const facets = facetsOfItem(ctx.agency, item)
  const before = facetsOfItem(ctx.agency, shown)
  const columns = columnsOfItem(ctx.agency, row.category)
  const columnsBefore = columnsOfItem(ctx.agency, shown?.category ?? row.category)
  const moved = [...columns, ...columnsBefore].filter(
    (id) => columns.includes(id) !== columnsBefore.includes(id),
  )
  const data = { edition, digest, columns, columnsBefore, facets, before }
  return {
    facts: [{ kind: 'item.edition-published', data }],
    statements: [...republishItem(item), ...newestOfColumns(moved.map(columnMatch))],
  }
}

function columnMatch(id: string): { id: string; match: string } {
  return { id, match: matchQuery(null, [facet('category', id)]) ?? '' }
}

/** Whether an edition that is entered for an earlier day follows the editions before it. */
async function isAfterEarlier(
  { db }: Ctx,
  { row, shown }: Work,
  { at, backdateReason }: Omit<Release, 'hideEarlier'>,
): Promise<boolean> {
  if (backdateReason === null) return true
  const [[earlier]] = await readBatch<[EditionLine]>(db, [selectEditions(row.id)])
  // What was imported has no edition on record before it is changed.
  const last = earlier?.publishedAt ?? shown?.publishedAt ?? at
  return localDateOf(at) >= localDateOf(last)
}

function releaseOf(
  now: number,
  { content }: Work,
  publishedOn: LocalDate | undefined,
  reason: string | undefined,
): Result<Omit<Release, 'hideEarlier'>> {
  const today = localDateOf(now)
  if (publishedOn === undefined || publishedOn === today) {
    return ok({ at: now, backdateReason: null })
  }
  if (publishedOn > today) return refuseField('/publishedOn', { problem: 'in-future' })
  if (!isFormedBy(content.writtenOn, publishedOn)) {
    return refuseField('/publishedOn', { problem: 'before', other: '/writtenOn' })
  }
  if (reason === undefined) return refuseField('/backdateReason', { problem: 'required' })
  return ok({ at: startOfDay(publishedOn), backdateReason: reason })
}
