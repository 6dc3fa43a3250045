import * as z from 'zod'
import type { Fault } from '../../domain/case-review/find-faults.ts'
import {
  objectionVerdicts,
  type ReviewState,
  reviewStates,
  type SheetState,
  sheetStates,
} from '../../domain/case-review/lifecycle.ts'
import { type ReviewResult, reviewResult } from '../../domain/case-review/result.ts'
import { type Citable, citable, type Mark } from '../../domain/case-review/score.ts'
import {
  type SheetCode,
  sheetCodes,
  sheetOn,
  type SheetRow,
} from '../../domain/case-review/sheet.data.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ReviewRow, SheetRecord } from '../../store/tenant/case-review.ts'

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
  drawnBy: readonly string[]
  result: ReviewResult | null
  approvedBy: string | null
  issuedOn: string | null
  number: { year: number; serial: number } | null
  /** the score sheet in force when it was started */
  rows: readonly SheetRow[]
}

/** What the reviewer wrote to a row. */
export type RowText = { reason?: string | undefined; record?: Citable | undefined }

/** A sheet as it stands (评查表); `receipt` is null once its case is destroyed. */
export type Sheet = {
  n: number
  receipt: string | null
  number: string
  unit: string
  outcome: string | null
  version: number
  state: SheetState
  reviewer: string | null
  barred: readonly string[]
  handlers: readonly string[]
  proposed: readonly Fault[]
  marks: readonly Mark[]
  texts: Readonly<Partial<Record<SheetCode, RowText>>>
  score: number | null
  objection: string | null
  objectedBy: string | null
  verdict: (typeof objectionVerdicts)[number] | null
  answer: string | null
}

const ids = z.array(z.string())
const code = z.enum(sheetCodes)
const faults = z.array(z.strictObject({ code, evidence: z.string() }))
const marks = z.array(z.strictObject({ code, points: z.int() }))
const texts = z.partialRecord(
  code,
  z.strictObject({ reason: z.string().optional(), record: z.enum(citable).optional() }),
)

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
    texts: texts.parse(JSON.parse(row.texts)),
    score: row.score,
    objection: row.objection,
    objectedBy: row.objected_by,
    verdict: row.verdict === null ? null : z.enum(objectionVerdicts).parse(row.verdict),
    answer: row.answer,
  }
}
