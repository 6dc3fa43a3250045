import { facet, matchQuery } from '../../domain/item/search-query.ts'
import type { Gathered } from '../../domain/self-inspection/gathered.ts'
import { mostEvidence } from '../../domain/self-inspection/judge.ts'
import type { Evidence } from '../../domain/self-inspection/types.ts'
import { serviceTypes } from '../../domain/service/power-types.data.ts'
import { localDateOf, startOfDay } from '../../domain/time/instant.ts'
import { addMonths } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { figuresOf, selectColumnFigures } from '../../store/tenant/catalog/catalog.ts'
import { selectLastChecks } from '../../store/tenant/catalog/column-check.ts'
import { selectSelfChecks } from '../../store/tenant/self-check.ts'
import {
  type LinkRow,
  type NewestRow,
  selectBackdated,
  selectDeadItems,
  selectFound,
  selectLastReply,
  selectLinks,
  selectNewest,
  selectOpenIncidents,
  selectGuideTally,
  selectPoorGuides,
  selectUnansweredComplaints,
  selectUnansweredTopics,
  selectUnlinked,
} from '../../store/tenant/self-inspection.ts'
import type { Ctx } from '../context.ts'
import { may } from '../permissions.ts'
import { columnSights } from './column-sights.ts'
import { backdatedOf, incidentsOf, recordOf, unlinkedOf, waitingOf } from './found.ts'
import { itemBehind } from '../../domain/self-inspection/own-links.ts'
import type { Read } from './read.ts'
import { siteGaps } from '../../domain/self-inspection/site-gaps.ts'

/** How many records, published texts and links a reading takes at most (读取上限). */
const most = { records: 200, texts: 200, links: 200 } as const

/**
 * Gathers what the rules ask (自查依据) in one round trip of bounded readings; `deep` names the guides
 * that are poor and adds a second one, which follows links in the newest texts and tries the search.
 */
export async function gather(ctx: Ctx, deep: boolean): Promise<Gathered> {
  const today = localDateOf(ctx.now)
  const yearAgo = addMonths(today, -12)
  const since = startOfDay(yearAgo)
  const n = mostEvidence
  const [newest, figures, checks, topics, complaints, replies, incidents, backdated, ...rest] =
    await readBatch<Read>(ctx.db, [
      selectNewest(today),
      selectColumnFigures(),
      selectLastChecks(),
      selectUnansweredTopics(since, n),
      selectUnansweredComplaints(yearAgo, n),
      selectLastReply(),
      selectOpenIncidents(n),
      selectBackdated(since, n),
      selectGuideTally(serviceTypes),
      selectPoorGuides(serviceTypes, deep ? n : 0),
      selectUnlinked(yearAgo, `facet : "${facet('genre', '解读')}"`, n),
      selectSelfChecks(most.records),
      selectLinks(deep ? most.texts : 0, most.links),
    ])
  const [[guideTally], guides, unlinked, records, links] = rest
  const [first] = newest
  const [replied] = replies
  const seen = deep ? await lookDeeper(ctx, first, links) : { deadLinks: null, isFound: null }
  return {
    today,
    calendar: ctx.calendar,
    newestOn: first === undefined ? null : localDateOf(first.at),
    columns: columnSights(ctx, today, figuresOf(figures), checks),
    waiting: waitingOf(topics, complaints, {
      topics: may(ctx.actor, 'topic.list'),
      complaints: may(ctx.actor, 'complaint.list'),
    }),
    lastReplyOn: replied?.at == null ? null : localDateOf(replied.at),
    incidents: incidentsOf(incidents, may(ctx.actor, 'incident.handle')),
    backdated: backdatedOf(backdated),
    services: {
      total: guideTally?.total ?? 0,
      poor: guideTally?.poor ?? 0,
      evidence: guides.map(({ id, title }) => ({ of: 'service', id, what: title, since: null })),
    },
    gaps: siteGaps(ctx.agency),
    unlinked: unlinkedOf(unlinked),
    records: records.flatMap(recordOf),
    ...seen,
  }
}

async function lookDeeper(
  { agency, db }: Ctx,
  newest: NewestRow | undefined,
  links: readonly LinkRow[],
): Promise<Pick<Gathered, 'deadLinks' | 'isFound'>> {
  const followed = links.flatMap((link) => {
    const target = itemBehind(agency, link.href)
    return target === null ? [] : [{ ...link, target }]
  })
  const words = newest === undefined ? null : matchQuery(newest.title, [])
  const match = words === '' ? null : words
  const [dead, [found]] = await readBatch<[{ id: string }, { found: number }]>(db, [
    selectDeadItems([...new Set(followed.map(({ target }) => target))]),
    selectFound(match ?? 'facet : none', newest?.docid ?? 0),
  ])
  const gone = new Set(dead.map(({ id }) => id))
  return {
    deadLinks: followed.flatMap(({ id, title, target }): Evidence[] =>
      gone.has(target) ? [{ of: 'item', id, what: title, since: null }] : [],
    ),
    // A title without a word that can be looked for tells nothing.
    isFound: match === null ? null : found?.found === 1,
  }
}
