import type { Context } from 'hono'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { readForm } from '../api/read-body.ts'
import type { AppEnv } from '../app-env.ts'

/** What a visitor sent with a form: texts by field name and files by field name. */
export type FormValues = {
  text: ReadonlyMap<string, string>
  /** every value of a field that may be given several times, such as ticked boxes */
  lists: ReadonlyMap<string, readonly string[]>
  files: ReadonlyMap<string, File[]>
}

/** Nothing filled in yet. */
export const blankForm: FormValues = { text: new Map(), lists: new Map(), files: new Map() }

/** Reads a posted form of at most `limit` bytes; line ends become \n and unchosen files are left out. */
export async function readPageForm(c: Context<AppEnv>, limit: number): Promise<Result<FormValues>> {
  const form = await readForm(c, limit)
  if (!form.ok) return form
  const text = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const files = new Map<string, File[]>()
  for (const [name, value] of form.value) {
    if (typeof value === 'string') {
      text.set(name, value.replaceAll('\r\n', '\n'))
      lists.set(name, [...(lists.get(name) ?? []), value])
    } else if (value.name !== '' || value.size > 0) {
      files.set(name, [...(files.get(name) ?? []), value])
    }
  }
  return ok({ text, lists, files })
}

/** Builds the input of a verb from fields named by their path (`applicant.name`); blank ones are left out. */
export function inputOf(
  text: ReadonlyMap<string, string>,
  names: readonly string[],
): Record<string, unknown> {
  const groups = new Map<string, Map<string, string>>()
  for (const name of names) {
    const [group = '', field = name] = name.includes('.') ? name.split('.', 2) : ['', name]
    const fields = groups.get(group) ?? new Map<string, string>()
    groups.set(group, fields)
    const value = text.get(name)
    if (value !== undefined && value.trim() !== '') fields.set(field, value)
  }
  const top = Object.fromEntries(groups.get('') ?? [])
  groups.delete('')
  return {
    ...top,
    ...Object.fromEntries(
      [...groups].map(([group, fields]) => [group, Object.fromEntries(fields)]),
    ),
  }
}

/** The bytes of chosen files, with the names that the visitor's computer gave them. */
export async function uploadsOf(
  files: readonly File[],
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}
