import type { Context } from 'hono'
import * as z from 'zod'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { readForm } from './read-body.ts'

/** What multipart framing may add to a file. */
const framing = 64 * 1024

/** The one part of an upload, for the API reference. */
export const uploadSchema = z.object({ file: z.string().meta({ format: 'binary' }) })

/** Reads the part `file` of a multipart form (上传文件), at most `limit` bytes. */
export async function readUpload(
  c: Context<AppEnv>,
  limit: number,
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  const form = await readForm(c, limit + framing)
  if (!form.ok) return form
  const part = form.value.get('file')
  if (!(part instanceof File)) return refuseField('/file', { problem: 'required' })
  return ok({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) })
}
