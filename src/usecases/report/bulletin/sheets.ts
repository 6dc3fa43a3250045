import * as z from 'zod'
import type { AgencyFacts } from '../../../domain/report/bulletin/facts.ts'
import type { BulletinKind } from '../../../domain/report/bulletin/kinds.data.ts'
import { handLines, schemeOf } from '../../../domain/report/bulletin/scheme.ts'
import { type Mark, marksOf, scored, type Sheet } from '../../../domain/report/bulletin/sheet.ts'
import { readBatch } from '../../../store/read.ts'
import { type MarkRow, selectMarks } from '../../../store/tenant/statistics/assessment.ts'
import type { Ctx } from '../../context.ts'

/** Whether a kind of bulletin has sheets (考核类). */
export function hasSheets(kind: BulletinKind): boolean {
  return kind === 'half-year-assessment'
}

/** Works the sheets of an assessment out as they are now (考核表): from the figures and the marks by hand. */
export async function sheetsNow(
  ctx: Pick<Ctx, 'agency' | 'db'>,
  id: string,
  facts: readonly AgencyFacts[],
): Promise<Sheet[]> {
  const scheme = schemeOf(ctx.agency.settings)
  const [rows] = await readBatch<[MarkRow]>(ctx.db, [selectMarks(id)])
  const byAgency = Map.groupBy(rows, ({ agency }) => agency)
  const below = facts.filter(({ agency }) => agency !== ctx.agency.id)
  return scored(
    below.map((one) => ({
      agency: one.agency,
      name: one.name,
      marks: [...marksOf(one, scheme), ...(byAgency.get(one.agency) ?? []).map(markOf)],
    })),
    scheme,
  )
}

function markOf({ id, line, points, what, proof, name }: MarkRow): Mark {
  return {
    id,
    line: z.enum(handLines).parse(line),
    points,
    what,
    evidence: { of: 'proof', text: proof },
    by: name,
    struck: null,
  }
}
