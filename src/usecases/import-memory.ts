import * as z from 'zod'
import { ok, type Result } from '../domain/shared/refusal.ts'
import { readBatch } from '../store/read.ts'
import type { Statement } from '../store/statement.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../store/tenant/idempotency.ts'
import type { Ctx } from './context.ts'
import { answerAgain, repeatable, type Repeatable } from './idempotency.ts'

/** What an import under an idempotency key wrote. */
export type ImportCounts = { accepted: number; unchanged: number }

const shape = z.strictObject({ accepted: z.number(), unchanged: z.number() })

/** Keys an import by its idempotency key and its file (导入幂等键); null without a key. */
export async function repeatableImport(
  { keys }: Pick<Ctx, 'keys'>,
  kind: 'items' | 'applications',
  idempotencyKey: string | null,
  bytes: Uint8Array,
): Promise<Repeatable | null> {
  if (idempotencyKey === null) return null
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return repeatable(keys, `import.${kind}`, idempotencyKey, hex)
}

/** Answers what an import under the same key wrote, null when there was none; refuses another file. */
export async function earlierImport(
  db: D1Database,
  repeat: Repeatable | null,
): Promise<Result<ImportCounts | null>> {
  if (repeat === null) return ok(null)
  const [[remembered]] = await readBatch<[Remembered]>(db, [rememberedStatement(repeat.key)])
  return remembered === undefined ? ok(null) : answerAgain(remembered, repeat, shape)
}

/** Plans the memory of an import in the batch that it is about. */
export function rememberImport(
  repeat: Repeatable | null,
  { accepted, unchanged }: ImportCounts,
  now: number,
): Statement[] {
  if (repeat === null) return []
  const answer = JSON.stringify({ accepted, unchanged })
  return [rememberStatement(repeat.key, { digest: repeat.digest, answer }, now)]
}
