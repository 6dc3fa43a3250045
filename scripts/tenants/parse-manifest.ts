import type * as z from 'zod'
import { wordsOf } from './field-words.data.ts'
import { manifestSchema, type Manifest } from './manifest.ts'
import { wholeFile, type Problem } from './problem.ts'

type Issue = z.core.$ZodIssue
type Parsed = { manifest: Manifest | null; problems: readonly Problem[] }

/** Parses one file's JSON value into a manifest, or explains each field that is wrong in it. */
export function parseManifest(file: string, raw: unknown): Parsed {
  const parsed = manifestSchema.safeParse(raw, { reportInput: true })
  if (parsed.success) return { manifest: parsed.data, problems: [] }
  return { manifest: null, problems: parsed.error.issues.flatMap((issue) => explain(file, issue)) }
}

function explain(file: string, issue: Issue): readonly Problem[] {
  const field = fieldOf(issue.path)
  const words = wordsOf(field)
  const at = { file, field }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const named = field === wholeFile ? key : `${field}.${key}`
      return { file, field: named, what: '不认识的字段', fix: '请删去，或检查拼写' }
    })
  }
  if (isMissing(issue)) return [{ ...at, what: '缺少必填字段', fix: `请补上${words}` }]
  if (issue.code === 'invalid_type') {
    return [{ ...at, what: `类型不对（应为 ${issue.expected}）`, fix: `请改写${words}` }]
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String).join('、')
    return [{ ...at, what: '取值不在规定之内', fix: `只能是 ${allowed}` }]
  }
  if (issue.code === 'invalid_union') {
    return [{ ...at, what: '取值不在规定之内', fix: `请改写${words}` }]
  }
  return [{ ...at, what: issue.message, fix: `请改写${words}` }]
}

function isMissing(issue: Issue): boolean {
  if (issue.code === 'custom') return false
  return issue.input === undefined || issue.input === ''
}

function fieldOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return wholeFile
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`
      return at === 0 ? String(part) : `.${String(part)}`
    })
    .join('')
}
