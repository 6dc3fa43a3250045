import type { Context } from 'hono'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import {
  asPapers,
  maxFileBytes,
  maxFiles,
  type Upload,
} from '../../usecases/application/attachments.ts'
import type { AppEnv } from '../app-env.ts'
import { readForm, readJson } from './read-body.ts'

/** An application as it came in: the JSON and the files beside it. */
export type Incoming = { raw: unknown; files: Upload[] }

/** Room for the JSON and the form's own lines beside the files. */
const overhead = 1024 * 1024
const multipart = 'multipart/form-data'
const json = 'application/json'

/**
 * Reads the body of a submission: JSON, or a form with the JSON in part `application` and up to five
 * parts `files` and `authorisation` (what shows that a representative may act); any other part is
 * refused by name.
 */
export async function readApplicationBody(c: Context<AppEnv>): Promise<Result<Incoming>> {
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType === json) {
    const body = await readJson(c)
    return body.ok ? ok({ raw: body.value, files: [] }) : body
  }
  if (mediaType !== multipart) {
    return refuse({ code: 'unsupported-media-type', accepted: [json, multipart] })
  }
  const form = await readForm(c, maxFileBytes + overhead)
  if (form.ok) return readParts(form.value)
  return form.refusal.code === 'too-large'
    ? refuse({ code: 'too-large', limitBytes: maxFileBytes })
    : form
}

/** Takes the uploads out of a form's parts of one name; an empty file field of a page is none. */
export async function uploadsOf(form: FormData, part: string): Promise<Result<Upload[]>> {
  const uploads: Upload[] = []
  for (const value of form.getAll(part)) {
    // A browser's empty file field arrives as an empty text.
    if (value === '') continue
    if (typeof value === 'string')
      return refuseField(`/${part}`, { problem: 'wrong-type', expected: 'file' })
    if (value.name === '' && value.size === 0) continue
    if (uploads.length === maxFiles) {
      return refuseField(`/${part}`, { problem: 'too-many', limit: maxFiles })
    }
    uploads.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return ok(uploads)
}

async function readParts(form: FormData): Promise<Result<Incoming>> {
  for (const name of form.keys()) {
    if (name !== 'application' && name !== 'files' && name !== 'authorisation') {
      return refuseField(`/${name.toWellFormed()}`, { problem: 'unknown-field' })
    }
  }
  const parts = form.getAll('application')
  const [part] = parts
  if (part === undefined) return refuseField('/application', { problem: 'required' })
  if (parts.length > 1) return refuseField('/application', { problem: 'too-many', limit: 1 })
  const raw = await jsonOf(part)
  if (!raw.ok) return raw
  const files = await uploadsOf(form, 'files')
  if (!files.ok) return files
  const papers = await uploadsOf(form, 'authorisation')
  if (!papers.ok) return papers
  const marked = papers.value.map(asPapers)
  return ok({ raw: raw.value, files: [...files.value, ...marked] })
}

async function jsonOf(part: File | string): Promise<Result<unknown>> {
  try {
    const text =
      typeof part === 'string'
        ? part
        : new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(
            await part.arrayBuffer(),
          )
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return refuseField('/application', { problem: 'ill-formed', what: 'json' })
  }
}
