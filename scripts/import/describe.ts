import * as z from 'zod'
import { placeWords } from '../../src/http/ui/words/findings.ts'

const finding = z.looseObject({
  line: z.number().nullable(),
  column: z.string().nullable(),
  reason: z.string(),
})
const answerSchema = z.union([
  z.object({
    ok: z.literal(true),
    value: z.looseObject({
      accepted: z.number(),
      unchanged: z.number().default(0),
      rejected: z.array(finding),
      warnings: z.array(finding).default([]),
      committed: z.boolean(),
    }),
  }),
  z.object({ ok: z.literal(false), refusal: z.looseObject({ code: z.string() }) }),
])

const shown = 50

/** Turns an import's answer into lines for the terminal; `ok` is false when nothing could be written. */
export function describeImport(answer: unknown, dryRun: boolean): { lines: string[]; ok: boolean } {
  const parsed = answerSchema.parse(answer)
  if (!parsed.ok) return { lines: [`没有导入：${parsed.refusal.code}`], ok: false }
  const { accepted, unchanged, rejected, warnings, committed } = parsed.value
  const lines = [
    ...rejected.slice(0, shown).map((one) => `不合格　${placeWords(one)}：${one.reason}`),
    ...(rejected.length > shown ? [`……另有 ${rejected.length - shown} 处不合格`] : []),
    ...warnings.slice(0, shown).map((one) => `请留意　${placeWords(one)}：${one.reason}`),
    ...(warnings.length > shown ? [`……另有 ${warnings.length - shown} 处请留意`] : []),
    `可登记 ${accepted} 行，原已登记 ${unchanged} 行，不合格 ${rejected.length} 处。`,
  ]
  if (rejected.length > 0)
    return { lines: [...lines, '有不合格的行，没有写入任何一行。'], ok: false }
  if (dryRun) return { lines: [...lines, '只检查，没有写入。'], ok: true }
  return { lines: [...lines, committed ? '已经写入。' : '没有写入。'], ok: committed }
}
