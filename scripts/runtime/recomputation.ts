import * as z from 'zod'

const difference = z.object({
  period: z.string(),
  row: z.string(),
  col: z.string(),
  stands: z.number(),
  source: z.number(),
})
const schema = z.object({
  events: z.number(),
  cells: z.number(),
  own: z.array(difference),
  region: z.array(difference).nullable(),
  office: z.array(difference),
  facets: z.array(difference),
})

/** What the operator's door answers for one agency. */
export type RecomputationReport = z.infer<typeof schema>

/** Reads the answer of a recomputation. */
export function readRecomputation(value: unknown): RecomputationReport {
  return schema.parse(value)
}

/** One line for every figure that differs (重算差异): where, what stands, what the source says. */
export function describeRecomputation(agency: string, found: RecomputationReport): string[] {
  const lines = (kind: string, list: RecomputationReport['own']): string[] =>
    list.map(
      ({ period, row, col, stands, source }) =>
        `${agency}\t${kind}\t${period}\t${row}\t${col}\t现为 ${stands}\t应为 ${source}`,
    )
  return [
    ...lines('本机关统计数', found.own),
    ...lines('报送数', found.region ?? []),
    ...lines('汇总数', found.office),
    ...lines('分类件数', found.facets),
  ]
}
