import { formatNumber } from '../../domain/application/number.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'

/** The number of an application as its agency writes it, or null before it is registered. */
export function numberOf(
  { agency }: Pick<Ctx, 'agency'>,
  {
    number_year: year,
    number_serial: serial,
  }: Pick<ApplicationRow, 'number_year' | 'number_serial'>,
): string | null {
  if (year === null || serial === null) return null
  return formatNumber(agency.settings.applicationNumberPattern, year, serial)
}
