import * as z from 'zod'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import {
  importApplications,
  type ApplicationImportReport,
} from '../../../usecases/application/import/applications.ts'
import type { Ctx } from '../../../usecases/context.ts'
import { parseIdempotencyKey } from '../../../usecases/idempotency.ts'
import { importItems } from '../../../usecases/item/import/items.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { ItemImportReport } from '../../../usecases/item/import/report.ts'
import { importReasonWords } from '../../ui/words/imports.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readUpload, uploadSchema } from '../read-upload.ts'

/** Most bytes of an import file (导入文件大小上限). */
export const maxImportBytes = 32 * 1024 * 1024
/** Remarks that an answer spells out; `warningCount` counts them all. */
const shownWarnings = 500

const finding = z.object({
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  reason: z.string(),
  code: z.string(),
})

const reportSchema = z.object({
  accepted: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(finding),
  warnings: z.array(finding),
  warningCount: z.number().int(),
  preview: z.array(z.record(z.string(), z.unknown())),
  committed: z.boolean(),
})

/** 批量导入: documents, and registers of applications. */
export const importOperations = [
  operation({
    method: 'POST',
    path: '/desk/imports',
    summary: '导入文件（CSV、XLSX、JSON Lines）：全部写入，或者一行也不写',
    access: 'staff',
    creates: true,
    query: {
      kind: z.enum(['items', 'applications']),
      dryRun: z.enum(['true', 'false']).optional(),
    },
    body: { schema: uploadSchema, mediaTypes: ['multipart/form-data'] },
    answers: [
      { status: 200, description: '导入结果', schema: reportSchema },
      { status: 409, description: '同一幂等键已用于另一个文件' },
      { status: 413, description: '文件太大' },
    ],
    handle: async (c, { kind, dryRun }) => {
      // Who may not is told so before a body is read for him.
      const verb = kind === 'items' ? 'item.import' : 'application.import'
      if (!may(c.var.ctx.actor, verb)) return answer(c, turnAway(c.var.ctx.actor))
      const upload = await readUpload(c, maxImportBytes)
      if (!upload.ok) return answer(c, upload)
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const options = { dryRun: dryRun === 'true', idempotencyKey: key.value }
      return answer(c, await run(c.var.ctx, kind, upload.value.bytes, options))
    },
  }),
]

async function run(
  ctx: Ctx,
  kind: 'items' | 'applications',
  bytes: Uint8Array,
  options: { dryRun: boolean; idempotencyKey: string | null },
): Promise<Result<z.output<typeof reportSchema>>> {
  if (kind === 'applications') {
    const done = await importApplications(ctx, bytes, options)
    return done.ok ? ok({ ...show(done.value), preview: [] }) : done
  }
  const done = await importItems(ctx, bytes, options)
  return done.ok ? ok({ ...show(done.value), preview: done.value.preview }) : done
}

function show(
  report: ItemImportReport | ApplicationImportReport,
): Omit<z.output<typeof reportSchema>, 'preview'> {
  const { accepted, unchanged, rejected, warnings, committed } = report
  return {
    accepted,
    unchanged,
    rejected: rejected.map(spell),
    warnings: warnings.slice(0, shownWarnings).map(spell),
    warningCount: warnings.length,
    committed,
  }
}

type Found = (ItemImportReport | ApplicationImportReport)['rejected' | 'warnings'][number]

function spell({ line, column, reason }: Found): z.output<typeof finding> {
  return { line, column, reason: importReasonWords(reason), code: reason.code }
}
