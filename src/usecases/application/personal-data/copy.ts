import { copyInput } from '../../../domain/application/personal-data/input.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Ctx } from '../../context.ts'
import { openData } from './open-data.ts'
import { noteShown } from './show.ts'
import { dataView, type PersonalDataView } from './view.ts'

/** A copy of an applicant's data, and as what it is wanted. */
export type DataCopy = { format: 'json' | 'csv'; view: PersonalDataView }

/** Gives an applicant a copy of what is kept of him (复制个人信息, 个人信息保护法第45条), written down first. */
export async function copyPersonalData(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
): Promise<Result<DataCopy>> {
  const opened = await openData(ctx, receipt, secret)
  if (opened === null) return refuse({ code: 'not-found' })
  const input = parseInput(copyInput, raw)
  if (!input.ok) return input
  const { format } = input.value
  const noted = await noteShown(ctx, opened, format)
  return noted.ok ? ok({ format, view: await dataView(ctx, opened, true) }) : noted
}
