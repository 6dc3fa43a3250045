import * as z from 'zod'
import { pixels } from '../../../domain/document/tree.ts'
import type { ItemFile } from '../../../domain/item/item.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import type { Keyring } from '../../../store/keyring.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../../../store/tenant/idempotency.ts'
import { answerAgain, repeatable, type Repeatable } from '../../idempotency.ts'

const shape = z.strictObject({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  pixels: pixels.exactOptional(),
})

/** Keys an attachment by its idempotency key and its content (附件幂等键); null without a key. */
export async function repeatableFile(
  keys: Keyring,
  idempotencyKey: string | null,
  content: readonly string[],
): Promise<Repeatable | null> {
  return idempotencyKey === null ? null : repeatable(keys, 'item-file', idempotencyKey, content)
}

/** Answers the attachment made under the same key, null when there was none; refuses another content. */
export async function earlierFile(
  db: D1Database,
  repeat: Repeatable | null,
): Promise<Result<ItemFile | null>> {
  if (repeat === null) return ok(null)
  const [[remembered]] = await readBatch<[Remembered]>(db, [rememberedStatement(repeat.key)])
  return remembered === undefined ? ok(null) : answerAgain(remembered, repeat, shape)
}

/** Plans the memory of an attachment in the batch that makes it. */
export function rememberFile(repeat: Repeatable | null, file: ItemFile, now: number): Statement[] {
  if (repeat === null) return []
  const answer = JSON.stringify(shape.parse(file))
  return [rememberStatement(repeat.key, { digest: repeat.digest, answer }, now)]
}
