import type * as z from 'zod'
import { type FieldError, type FieldProblem, ok, refuse, type Result } from '../refusal.ts'

/** Parses an input with a schema; the refusal names every wrong field by its JSON pointer. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  return refuse({ code: 'invalid', errors: parsed.error.issues.flatMap(fieldErrors) })
}

/** Reports a {@link FieldProblem} from inside a schema's refinement or transformation. */
export function addProblem(ctx: z.RefinementCtx, input: unknown, problem: FieldProblem): void {
  ctx.issues.push({ code: 'custom', input, params: { problem } })
}

/** The options of a refinement that fails with a {@link FieldProblem}. */
export function fails(problem: FieldProblem): { params: { problem: FieldProblem } } {
  return { params: { problem } }
}

/** JSON pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const pointer = pointerOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer + pointerOf([key]),
      problem: 'unknown-field' as const,
    }))
  }
  return [{ pointer, ...problemOf(issue) }]
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code !== 'custom' && issue.input === undefined) return { problem: 'required' }
  if (issue.code === 'invalid_type') return { problem: 'wrong-type', expected: issue.expected }
  if (issue.code === 'invalid_value') {
    return { problem: 'not-listed', allowed: issue.values.map(String) }
  }
  if (issue.code === 'too_big') return sizeProblem(issue.origin, 'too-long', Number(issue.maximum))
  if (issue.code === 'too_small') {
    return sizeProblem(issue.origin, 'too-short', Number(issue.minimum))
  }
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined) {
    return { problem: 'not-listed', allowed: issue.options.map(String) }
  }
  if (issue.code === 'custom') return customProblem(issue.params)
  return { problem: 'wrong-type', expected: issue.code }
}

function sizeProblem(origin: string, way: 'too-long' | 'too-short', limit: number): FieldProblem {
  if (origin === 'string') return { problem: way, limit }
  if (origin === 'array') return { problem: way === 'too-long' ? 'too-many' : 'too-short', limit }
  return way === 'too-long'
    ? { problem: 'out-of-range', min: Number.MIN_SAFE_INTEGER, max: limit }
    : { problem: 'out-of-range', min: limit, max: Number.MAX_SAFE_INTEGER }
}

function customProblem(params: Record<string, unknown> | undefined): FieldProblem {
  const problem = params?.['problem']
  return isProblem(problem) ? problem : { problem: 'wrong-type', expected: 'custom' }
}

// Only addProblem writes this parameter, so the shape is the one it was given.
function isProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'problem' in value
}
