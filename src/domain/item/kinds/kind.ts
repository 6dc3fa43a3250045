import type { FieldValue } from '../content.ts'

/** One choice of a closed list (选项). */
export type Option = { key: string; label: string }

type Named = {
  key: string
  /** as printed on forms and pages */ label: string
  hint?: string
  required?: true
  /** never leaves the desk */ private?: true
}

type Shape =
  | { type: 'line' | 'text' }
  /** a number of a document or project, which may look like other numbers */
  | { type: 'code' }
  /** YYYY */
  | { type: 'year' }
  | { type: 'date' }
  /** at most six decimals of 万元, two of 元; `least` where it cannot be less */
  | { type: 'money'; unit: '万元' | '元'; least?: 0 }
  | { type: 'count'; unit: string }
  | { type: 'percent' }
  | { type: 'choice'; options: readonly Option[] }
  /** `class` is the choice beside it that tells persons from organisations; null: always persons */
  | { type: 'party'; class: string | null }
  | { type: 'resident-id' }
  | { type: 'credit-code' }
  | { type: 'phone' }
  | { type: 'address' }
  /** another item of the agency: typed as address, index number or id, kept as its id */
  | { type: 'item' }

/** A column of a table inside an item (表格列). */
export type Column = Named & Shape

/** A table inside an item (明细表). */
export type RowsField = Named & {
  type: 'rows'
  columns: readonly Column[]
  /** column whose words name a row */ head: string
  /** columns that are added up below the table (合计) */ totals?: readonly string[]
  /** date column from whose day on a row is no longer shown to the public (移出日期) */ until?: string
}

/** A field of a special kind (专项字段); a period is written as two days with a slash between them. */
export type Field = Column | RowsField | (Named & { type: 'period' }) | (Named & { type: 'yes-no' })

/** When a rule counts: a field (of the same row, inside a table) has one of the values, or any. */
export type Condition =
  | { field: string; is: readonly (string | boolean)[] }
  | { filled: string }
  /** a number greater than nothing */
  | { some: string }

/** An amount: a field, or a column of a table added up, perhaps only some of its rows. */
export type Term = {
  field: string
  in?: string
  where?: { column: string; is: readonly string[] }
}

/**
 * What must hold between fields (校验规则); `in` names the table in each of whose rows it must hold, then
 * `when` is asked of the row and `given` of the item.
 */
export type Rule = { when?: Condition; given?: Condition; in?: string } & (
  | { rule: 'required'; field: string }
  | { rule: 'one-of'; fields: readonly string[] }
  | { rule: 'not-in-future'; field: string }
  | { rule: 'date-order'; earlier: string; later: string }
  | { rule: 'at-most'; field: string; other: string }
  | { rule: 'sum-equals'; total: Term; of: readonly Term[] }
  | { rule: 'balance'; left: readonly Term[]; right: readonly Term[] }
  /** every choice of the column occurs */
  | { rule: 'covers'; rows: string; column: string }
  | { rule: 'distinct'; rows: string; column: string }
  /** no more rows than a number says */
  | { rule: 'rows-at-most'; rows: string; most: string }
  /** rows of some choices are dated no later than that of another, and that no later than `end` */
  | {
      rule: 'rows-before'
      rows: string
      column: string
      date: string
      earlier: readonly string[]
      later: string
      end: string
    }
  /** the period is not over yet, unless another field tells what came of it */
  | { rule: 'not-over'; period: string; unless: string }
  /** the period lasts the days it claims, in working or calendar days as `unit` says */
  | { rule: 'lasts'; period: string; days: string; unit: string }
)

/** A figure or state that is computed and never typed in (自动计算). */
export type Derived = { key: string; label: string } &
  /** per row and for the whole when `in` names a table; in percent with one decimal */
  (
    | { derive: 'rate'; numerator: string; denominator: string; in: string }
    | { derive: 'growth'; now: string; before: string; in: string }
    | { derive: 'difference'; of: readonly Term[]; less: readonly Term[]; unit: '万元' | '元' }
    | { derive: 'sum'; of: readonly Term[]; unit: '万元' | '元' }
    | { derive: 'stage'; period: string }
    | { derive: 'rows'; in: string; unit: string }
  )

/** How soon such an item must be public (公开时限), counted after the day in a field. */
export type Duty = { from: string; days: number; unit: 'working' | 'calendar'; basis: string }

/** A special kind of item (专项类型): fields, rules and lists as data; no code knows a kind by name. */
export type ItemKind = {
  id: string
  name: string
  /** one sentence for whoever chooses it */ about: string
  /** ids of the columns (栏目) where such items usually lie */ columns: readonly string[]
  fields: readonly Field[]
  rules: readonly Rule[]
  derived: readonly Derived[]
  /** keys of fields or computed values that stand in lists */ list: readonly string[]
  /** what is drawn as bars, beside its table */ chart?: {
    rows: string
    columns: readonly string[]
  }
  duty?: Duty
  /** date field after whose day the fields are no longer shown to the public (公示截止日期) */ hideAfter?: string
  /** grounds on which these fields are asked for */ basis: readonly string[]
}

/** Values of a kind's fields by key (专项字段值), as an edition keeps them. */
export type Fields = Readonly<Record<string, FieldValue>>

/** One row of a table field. */
export type Row = Readonly<Record<string, string | number>>
