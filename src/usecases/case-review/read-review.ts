import * as z from 'zod'
import type { Fault, Remark } from '../../domain/case-review/find-faults.ts'
import {
  objectionVerdicts,
  type ReviewState,
  reviewStates,
  type SheetState,
  sheetStates,
} from '../../domain/case-review/lifecycle.ts'
import { type ReviewResult, reviewResult } from '../../domain/case-review/result.ts'
import type { SheetPeople } from '../../domain/case-review/own-step.ts'
import type { Mark } from '../../domain/case-review/score.ts'
import { sheetCodes, sheetOn, type SheetRow } from '../../domain/case-review/sheet.data.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ReviewRow, SheetRecord } from '../../store/tenant/case-review/case-review.ts'

/** A review as it stands (评查). */
export type Review = {
  id: string
  version: number
  state: ReviewState
  from: string
  to: string
  size: number
  seed: string
  rule: string
  population: number
  populationDigest: string
  startedBy: string
  startedAt: number
  remarks: string
  /** why days were drawn from again that meet those of another review */
  reason: string | null
  /** null for a review of the agency's own */
  ordered: Ordered | null
  drawnBy: readonly string[]
  result: ReviewResult | null
  approvedBy: string | null
  issuedOn: string | null
  number: { year: number; serial: number } | null
  /** the score sheet in force when it was started */
  rows: readonly SheetRow[]
}

/** What an office above ordered (部署的评查): who, its order, the letter that came, and by when. */
const order = z.strictObject({
  by: z.string(),
  name: z.string(),
  order: z.string(),
  letter: z.string(),
  dueOn: z.string(),
})
export type Ordered = z.output<typeof order>

/** A sheet as it stands (评查表), without its words; `receipt` is null once its case is destroyed. */
export type Sheet = SheetPeople & {
  n: number
  receipt: string | null
  number: string
  unit: string
  outcome: string | null
  version: number
  state: SheetState
  proposed: readonly Fault[]
  remarks: readonly Remark[]
  marks: readonly Mark[]
  score: number | null
  objectedBy: string | null
  verdict: (typeof objectionVerdicts)[number] | null
}

const ids = z.array(z.string())
const code = z.enum(sheetCodes)
const faults = z.array(z.strictObject({ code, evidence: z.string() }))
const marks = z.array(z.strictObject({ code, points: z.int() }))
const remarks = z.array(z.strictObject({ code, text: z.string() }))

/** Reads a stored review; anything else in its place is a bug. */
export function reviewOf(row: ReviewRow): Review {
  const { number_year: year, number: serial } = row
  return {
    id: row.id,
    version: row.version,
    state: z.enum(reviewStates).parse(row.state),
    from: row.from_day,
    to: row.to_day,
    size: row.size,
    seed: row.seed,
    rule: row.rule,
    population: row.population,
    populationDigest: row.population_digest,
    startedBy: row.started_by,
    startedAt: row.started_at,
    remarks: row.remarks,
    reason: row.reason,
    ordered: row.ordered === null ? null : order.parse(JSON.parse(row.ordered)),
    drawnBy: ids.parse(JSON.parse(row.drawn_by)),
    result: row.result === null ? null : reviewResult.parse(JSON.parse(row.result)),
    approvedBy: row.approved_by,
    issuedOn: row.issued_on,
    number: year === null || serial === null ? null : { year, serial },
    rows: sheetOn(localDateOf(row.started_at)),
  }
}

/** Reads a stored sheet; anything else in its place is a bug. */
export function sheetOf(row: SheetRecord): Sheet {
  return {
    n: row.n,
    receipt: row.receipt,
    number: row.number,
    unit: row.unit,
    outcome: row.outcome,
    version: row.version,
    state: z.enum(sheetStates).parse(row.state),
    reviewer: row.reviewer,
    barred: ids.parse(JSON.parse(row.barred)),
    handlers: ids.parse(JSON.parse(row.handlers)),
    proposed: faults.parse(JSON.parse(row.proposed)),
    marks: marks.parse(JSON.parse(row.marks)),
    remarks: remarks.parse(JSON.parse(row.remarks)),
    score: row.score,
    isObjected: row.objection !== null,
    isAnswered: row.answer !== null,
    objectedBy: row.objected_by,
    verdict: row.verdict === null ? null : z.enum(objectionVerdicts).parse(row.verdict),
  }
}
