import * as z from 'zod'
import { conversions } from '../../../domain/shared/conversions.data.ts'
import { applicationColumns, applicationRows } from '../../../domain/shared/report-keys.data.ts'
import { showStatistics, statisticsQuery } from '../../../usecases/statistics/show-statistics.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'

const count = z.int().nullable()
const keyed = (keys: readonly string[], of: z.ZodType): z.ZodObject =>
  z.object(Object.fromEntries(keys.map((key) => [key, of])))

const tableRow = keyed(
  applicationColumns.map(({ key }) => key),
  count,
)
const reviewBlock = keyed(['upheld', 'corrected', 'other', 'pending', 'total'], count)
const documents = keyed(['made', 'repealed', 'inForce'], count)

const statisticsSchema = z.object({
  period: z.string(),
  scope: z.enum(['own', 'subtree']),
  agency: z.object({ id: z.string(), name: z.string() }),
  asOf: z.string().nullable(),
  newestReport: z.string().nullable(),
  coverage: z.object({ reporting: z.int(), of: z.int(), missing: z.array(z.string()) }),
  applications: keyed(
    applicationRows.map(({ key }) => key),
    tableRow,
  ),
  conversions: keyed(conversions, count),
  redone: count,
  reviewLitigation: keyed(['review', 'litigationDirect', 'litigationAfterReview'], reviewBlock),
  complaints: keyed(['filed', 'founded', 'partlyFounded', 'unfounded', 'pending'], count),
  proactive: z.object({
    regulations: documents,
    normativeDocuments: documents,
    licensing: keyed(['decisions'], count),
    punishment: keyed(['decisions'], count),
    coercion: keyed(['decisions'], count),
    fees: z.object({ amountWanYuan: z.number().nullable() }),
  }),
  notApplicable: z.array(z.string()),
  items: keyed(['published', 'queryable'], count),
  signals: keyed(['blue', 'yellow', 'red'], count),
  corrections: z.object({
    count,
    list: z
      .array(
        z.object({
          month: z.string(),
          row: z.string(),
          column: z.string(),
          was: z.int(),
          became: z.int(),
          cause: z.string(),
          reason: z.string().nullable(),
          at: z.string(),
        }),
      )
      .nullable(),
  }),
})

/** 统计: the figures of a period, own or of the whole subtree. */
export const statisticsOperations = [
  operation({
    method: 'GET',
    path: '/statistics',
    summary:
      '一个时期的申请办理情况和信息公开数量，本机关的或本级及下级的；无人报送的和不适用的为 null，不适用的列在 notApplicable 里',
    access: 'public',
    query: statisticsQuery,
    answers: [{ status: 200, description: '统计数据', schema: statisticsSchema }],
    handle: async (c, query) =>
      answerPublic(c, await showStatistics(c.var.ctx, c.var.region, query)),
  }),
]
