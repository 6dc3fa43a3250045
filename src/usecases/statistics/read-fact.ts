import * as z from 'zod'
import type { Fact } from '../../domain/shared/journal.ts'

const text = z.string()
const moved = z.object({ added: z.array(text), removed: z.array(text) })
const facets = z.array(text).default([])
const refiled = moved.extend({ columns: z.array(text), facets, formerFacets: facets })
const edition = z.object({
  edition: z.number(),
  digest: text,
  columns: facets,
  columnsBefore: facets,
  facets,
  before: facets,
})
const dated = z.object({ on: text })
const disputed = dated.extend({ dispute: text })
const carried = z.object({ channel: text, on: text })
const converted = z.object({
  class: text,
  receivedOn: text,
  to: text,
  on: text,
  channel: text.exactOptional(),
})
const ended = z.object({ class: text, outcome: text, decidedOn: text })

/** The kinds of event that figures are counted from, with just the data that `tally` reads. */
const counted = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('application.submitted'),
    data: z.object({ class: text, on: text, channel: text }),
  }),
  z.object({
    kind: z.literal('application.received'),
    data: z.object({
      class: text,
      receivedOn: text,
      basis: text,
      channel: text.exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('application.replied'),
    data: ended.extend({ timely: z.boolean().exactOptional() }),
  }),
  z.object({ kind: z.literal('application.abandoned'), data: ended }),
  z.object({
    kind: z.literal('application.withdrawn'),
    data: ended.extend({ outcome: text.nullable() }),
  }),
  z.object({ kind: z.literal('application.converted'), data: converted }),
  z.object({ kind: z.literal('application.transferred'), data: converted }),
  z.object({
    kind: z.literal('application.taken-over'),
    data: z.object({ from: text, number: text, basis: text, on: text }),
  }),
  z.object({
    kind: z.literal('application.reopened'),
    data: converted.extend({ convertedOn: text }),
  }),
  z.object({
    kind: z.literal('application.redo-ordered'),
    data: z.object({
      class: text,
      outcome: text,
      on: text,
      from: text,
      until: text.exactOptional(),
      dispute: text,
    }),
  }),
  z.object({
    kind: z.literal('application.imported'),
    data: z.object({
      class: text,
      receivedOn: text,
      outcome: text.nullable(),
      decidedOn: text.nullable(),
      channel: text.exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('norm.published'),
    data: z.object({ on: text, item: text }),
  }),
  z.object({ kind: z.literal('norm.ended'), data: z.object({ how: text, on: text }) }),
  z.object({
    kind: z.literal('item.published'),
    data: z.object({ on: text, columns: z.array(text), facets: z.array(text).default([]) }),
  }),
  z.object({ kind: z.literal('item.edition-published'), data: edition }),
  z.object({ kind: z.literal('item.refiled'), data: refiled }),
  z.object({ kind: z.literal('item.filed'), data: moved }),
  z.object({
    kind: z.literal('item.ended'),
    data: z.object({
      ending: text,
      on: text,
      columns: z.array(text),
      facets: z.array(text),
      before: z.array(text),
    }),
  }),
  z.object({
    kind: z.literal('item.held'),
    data: z.object({
      attribute: text,
      ground: text.nullable().exactOptional(),
      on: text.exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('clarification.published'),
    data: dated.extend({ seenOn: text }),
  }),
  z.object({ kind: z.literal('clarification.corrected'), data: dated }),
  z.object({ kind: z.literal('clarification.withdrawn'), data: dated }),
  z.object({ kind: z.literal('topic.submitted'), data: dated }),
  z.object({ kind: z.literal('topic.proposed'), data: dated }),
  z.object({ kind: z.literal('topic.adopted'), data: dated.extend({ dueOn: text }) }),
  z.object({ kind: z.literal('topic.answered'), data: dated.extend({ item: text }) }),
  z.object({ kind: z.literal('topic.refused'), data: dated }),
  z.object({ kind: z.literal('topic.merged'), data: dated.extend({ into: text }) }),
  z.object({ kind: z.literal('topic.seconded'), data: dated }),
  z.object({
    kind: z.literal('figure.attested'),
    data: dated.extend({
      indicator: text,
      value: z.number(),
      attested: z.number(),
      notApplicable: z.number(),
    }),
  }),
  z.object({ kind: z.literal('month.closed'), data: z.object({ month: text }) }),
  z.object({ kind: z.literal('item.channel-recorded'), data: carried }),
  z.object({ kind: z.literal('item.channel-removed'), data: carried }),
  z.object({
    kind: z.literal('incident.opened'),
    data: dated.extend({ level: text, item: text.nullable() }),
  }),
  z.object({
    kind: z.literal('power-list.changed'),
    data: dated.extend({
      change: text,
      moves: z.array(
        z.object({ kind: text, from: text.nullable(), to: text.nullable(), n: z.number() }),
      ),
    }),
  }),
  z.object({
    kind: z.literal('service-guide.published'),
    data: dated.extend({ edition: z.number(), promisedDays: z.number().nullable() }),
  }),
  z.object({
    kind: z.literal('dispute.registered'),
    data: disputed.extend({ application: text.nullable() }),
  }),
  z.object({ kind: z.literal('dispute.decided'), data: disputed.extend({ result: text }) }),
  z.object({
    kind: z.literal('dispute.amended'),
    data: disputed.extend({ result: text, formerResult: text, formerOn: text }),
  }),
  z.object({ kind: z.literal('dispute.cancelled'), data: disputed }),
  z.object({
    kind: z.literal('complaint.filed'),
    data: dated.extend({ by: z.enum(['applicant', 'desk']) }),
  }),
  z.object({ kind: z.literal('complaint.answered'), data: dated.extend({ finding: text }) }),
])

/** Reads a journal row as a fact that counts (事件 → 事实); null when nothing is counted from it. */
export function readFact(row: { kind: string; data: string }): Fact | null {
  const parsed = counted.safeParse({ kind: row.kind, data: fromJson(row.data) })
  return parsed.success ? parsed.data : null
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
