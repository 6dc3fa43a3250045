import { readEntries } from '../../../domain/service/read-entries.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import type { FormValues } from '../form-values.ts'
import { entryFrom } from './entry-fields.tsx'

/** The matters that a form adds (提交的调整事项): those of a chosen table, else the one that was typed as the `at`-th. */
export async function sentEntries(
  { text, files }: FormValues,
  at: number,
): Promise<Result<unknown[]>> {
  const file = files.get('file')?.[0]
  if (file !== undefined) return readEntries(new Uint8Array(await file.arrayBuffer()))
  const typed = entryFrom(text, at)
  // An empty form is told field by field.
  return ok([typed ?? {}])
}
