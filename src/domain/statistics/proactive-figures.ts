import type { CellDelta } from '../shared/journal.ts'
import type { ManualCode } from './manual.data.ts'
import { normFigures, type PeriodCells } from './table.ts'

/** What was made, repealed and is in force (制发、废止、现行有效件数); null is 未报送. */
export type DocumentFigures = Record<'made' | 'repealed' | 'inForce', number | null>

/** 表二 of a period: what a form asks of 第二十条; null is what nobody has reported. */
export type ProactiveFigures = {
  regulations: DocumentFigures
  normativeDocuments: DocumentFigures
  licensing: { decisions: number | null }
  punishment: { decisions: number | null }
  coercion: { decisions: number | null }
  fees: { amountWanYuan: number | null }
}

const unknown: DocumentFigures = { made: null, repealed: null, inForce: null }
const none: DocumentFigures = { made: 0, repealed: 0, inForce: 0 }

/**
 * Makes 表二 of a period: normative documents from the register, or zeros that somebody attested,
 * 规章 as 上期现行有效 + 制发 − 废止, the rest as attested.
 */
export function proactiveFigures(cells: PeriodCells): ProactiveFigures {
  const isWithoutNorms = attested(cells.within, 'norms.none') !== null
  return {
    regulations: regulationFigures(cells),
    normativeDocuments: normFigures(cells) ?? (isWithoutNorms ? none : unknown),
    licensing: { decisions: attested(cells.within, 'licensing.decisions') },
    punishment: { decisions: attested(cells.within, 'punishment.decisions') },
    coercion: { decisions: attested(cells.within, 'coercion.decisions') },
    fees: { amountWanYuan: wanYuan(attested(cells.within, 'fees.amount')) },
  }
}

/** 表二 where nobody has reported. */
export const unreportedProactive: ProactiveFigures = {
  regulations: unknown,
  normativeDocuments: unknown,
  licensing: { decisions: null },
  punishment: { decisions: null },
  coercion: { decisions: null },
  fees: { amountWanYuan: null },
}

/** The figures of 表二 that those who spoke of them said not to apply (不适用), by their addresses. */
export function notApplicableFigures({ within }: PeriodCells): string[] {
  return Object.entries(addresses).flatMap(([address, code]) => {
    const isNone = within.some(
      ({ row, col, n }) => row === `manual.${code}` && col === 'notApplicable' && n > 0,
    )
    return isNone && attested(within, code) === null ? [address] : []
  })
}

const addresses = {
  'proactive.regulations.made': 'regulations.made',
  'proactive.regulations.repealed': 'regulations.repealed',
  'proactive.licensing.decisions': 'licensing.decisions',
  'proactive.punishment.decisions': 'punishment.decisions',
  'proactive.coercion.decisions': 'coercion.decisions',
  'proactive.fees.amountWanYuan': 'fees.amount',
} as const satisfies Readonly<Record<string, ManualCode>>

/** The sum that was attested of a figure in its smallest unit; null where nobody did. */
export function attested(cells: readonly CellDelta[], code: ManualCode): number | null {
  const row = `manual.${code}`
  const sum = (col: string): number =>
    cells.reduce(
      (total, cell) => (cell.row === row && cell.col === col ? total + cell.n : total),
      0,
    )
  return sum('attested') > 0 ? sum('value') : null
}

function regulationFigures({ within, before }: PeriodCells): DocumentFigures {
  const made = attested(within, 'regulations.made')
  const repealed = attested(within, 'regulations.repealed')
  if (made === null || repealed === null) return { made, repealed, inForce: null }
  const earlier =
    (attested(before, 'regulations.made') ?? 0) - (attested(before, 'regulations.repealed') ?? 0)
  return { made, repealed, inForce: earlier + made - repealed }
}

/** 分 as 万元, exact to the 分. */
function wanYuan(fen: number | null): number | null {
  return fen === null ? null : fen / 1_000_000
}
