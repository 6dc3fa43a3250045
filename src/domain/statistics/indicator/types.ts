import type { ManualCode } from '../manual.data.ts'

/** Figures that count as one: a row of cells, of all its columns or of some. */
export type CellsOf = { row: string; columns?: readonly string[] }

/** What is above and below the line of a rate (分子、分母), in words. */
export type PartNames = { numerator: string; denominator: string }

/**
 * Where an indicator comes from (取数来源): a sum of cells of the period, a stock since the beginning
 * (`less` taken off), a figure by hand, a rate of two sums, a sum and difference of other
 * indicators of its pack, or nothing that this system holds, with why.
 */
export type IndicatorSource =
  | { kind: 'flow'; cells: readonly CellsOf[] }
  | { kind: 'stock'; cells: readonly CellsOf[]; less: readonly CellsOf[] }
  | { kind: 'manual'; code: ManualCode }
  | {
      kind: 'rate'
      numerator: readonly CellsOf[]
      denominator: readonly CellsOf[]
      known?: readonly CellsOf[]
      names: PartNames
    }
  | {
      kind: 'manual-rate'
      numerator: ManualCode
      denominator: ManualCode
      as: 'percent' | 'mean'
      names: PartNames
    }
  | { kind: 'sum'; plus: readonly string[]; minus: readonly string[] }
  | { kind: 'none'; why: string }

/** Groups of indicators (指标包): a form or a field of work. */
export type PackName =
  | 'applications'
  | 'monthly-form'
  | 'annual-form'
  | 'interaction'
  | 'service'
  | 'manual'
  | 'counters'

/** A figure with its definition (指标): what it is, how it is made up, from which journal of which grain, and for whom. */
export type Indicator = {
  /** unique within its pack */
  code: string
  name: string
  unit: '件' | '条' | '人次' | '元' | '项' | '%' | '期' | '户次' | '天' | '天/件'
  /** how it is made up, in words (口径) */
  formula: string
  source: IndicatorSource
  /** shortest period for which it stands */
  grain: 'month' | 'year'
  /** who may see it */
  audience: 'public' | 'staff'
  pack: PackName
}

/** What an indicator says of a period (指标值): three values that are never the same, and a rate's parts. */
export type IndicatorValue =
  | { state: 'value'; value: number; numerator?: number; denominator?: number; known?: number }
  | { state: 'unreported' }
  | { state: 'notApplicable'; why: string }
  /** a rate of nothing: its denominator is 0 */
  | { state: 'noBase'; numerator: number; denominator: 0; known?: number }
