import type { Agency } from '../../agency/agency.ts'
import { formatNumber } from '../number.ts'
import { type InstrumentKind, instrumentRow } from './kinds.data.ts'

/** How instruments are numbered where an agency says nothing (文书编号): 市财政局信公（补）〔2026〕3号. */
const usualPattern = '{short}信公（{mark}）〔{year}〕{serial}号'

/** The number of an instrument as its agency writes it (文号). */
export function instrumentNumber(
  { shortName, settings }: Pick<Agency, 'shortName' | 'settings'>,
  kind: InstrumentKind,
  year: number,
  serial: number,
): string {
  const pattern = (settings.instrumentNumberPattern ?? usualPattern)
    .replace('{short}', shortName)
    .replace('{mark}', instrumentRow(kind).mark)
  return formatNumber(pattern, year, serial)
}
