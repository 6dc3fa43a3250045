import * as z from 'zod'
import type { Result } from '../shared/refusal.ts'
import { countField } from '../shared/validate/fields.ts'
import { parseInput } from '../shared/validate/parse.ts'
import { type FeeBand, feeLaw, itemBands, itemProgression, pageBands } from './fee-tariff.data.ts'

/**
 * What the fee calculator is asked: by items (按件, `itemsBefore` already counted this calendar
 * month, `items` now) or by pages (按量); one method for one application, never both.
 */
export const feeRequest = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('per-item'),
    itemsBefore: countField(0, 10_000),
    items: countField(0, 10_000),
  }),
  z.strictObject({ method: z.literal('per-page'), pages: countField(0, 1_000_000) }),
])

export type FeeRequest = z.output<typeof feeRequest>

/** One step of a fee: units `from` to `to`, `count` of them at `unitYuan`, together `yuan`. */
export type FeeStep = { from: number; to: number; count: number; unitYuan: number; yuan: number }

/** A fee in whole yuan (元) with its steps and articles. */
export type Fee = { yuan: number; steps: FeeStep[]; law: string[] }

/** Parses a fee request of unknown shape. */
export function parseFeeRequest(input: unknown): Result<FeeRequest> {
  return parseInput(feeRequest, input)
}

/** Computes the information-processing fee (信息处理费, 条例第42条, 办法第4条、第5条). */
export function computeFee(request: FeeRequest): Fee {
  const [before, units] =
    request.method === 'per-item' ? [request.itemsBefore, request.items] : [0, request.pages]
  const last = before + units
  const bands = request.method === 'per-item' ? itemBandsUpTo(last) : pageBands
  const steps = bands.flatMap((band) => stepIn(band, before + 1, last))
  const yuan = steps.reduce((sum, step) => sum + step.yuan, 0)
  return { yuan, steps, law: [...feeLaw[request.method]] }
}

function itemBandsUpTo(last: number): FeeBand[] {
  const bands = [...itemBands]
  let { from, yuan } = itemProgression
  for (; from <= last; from += itemProgression.size) {
    bands.push({ from, to: from + itemProgression.size - 1, yuan })
    yuan += itemProgression.step
  }
  return bands
}

function stepIn(band: FeeBand, first: number, last: number): FeeStep[] {
  const from = Math.max(band.from, first)
  const to = Math.min(band.to ?? last, last)
  if (from > to) return []
  const count = to - from + 1
  return [{ from, to, count, unitYuan: band.yuan, yuan: count * band.yuan }]
}
