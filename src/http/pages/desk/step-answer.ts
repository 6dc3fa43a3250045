import type { Context } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import type { AppEnv } from '../../app-env.ts'
import { formErrors, type FormErrors } from '../../ui/form-names.ts'
import { desk } from '../../ui/words/desk.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import { inputOf } from '../form-values.ts'

/** A message above a desk page (提示) after a step was taken or declined. */
export type StepNotice = { tone: 'success' | 'warning'; title: string; text?: string }

/** What stands above a page after a step was taken on it (已办理): the address says so. */
export function doneNotice(c: Context<AppEnv>, title: string): StepNotice | null {
  return c.req.query('done') === undefined ? null : { tone: 'success', title }
}

/** How a declined step is told on its own page. */
export type Declined = { errors: FormErrors; notice: StepNotice | null; status: 403 | 409 | 422 }

/** Says how a page tells a refusal of its own step; null for those that are told on a page apart. */
export function declinedOn(refusal: Refusal): Declined | null {
  switch (refusal.code) {
    case 'invalid':
      return { errors: listErrors(formErrors(refusal.errors)), notice: null, status: 422 }
    case 'stale':
      return {
        errors: {},
        notice: { tone: 'warning', title: desk.stale, text: desk.staleWhy },
        status: 409,
      }
    case 'last-admin':
    case 'step-not-open':
    case 'not-allowed':
    case 'findings-open':
    case 'content-changed':
    case 'file-pending':
    case 'idempotency-conflict':
      return { errors: {}, notice: warning(refusal), status: 409 }
    case 'same-person':
      return { errors: {}, notice: warning(refusal), status: 403 }
    default:
      return null
  }
}

/** Fields that a form writes as text and a verb takes as a number. */
const numbers: ReadonlySet<string> = new Set([
  'version',
  'validityYears',
  'days',
  'consultation',
  'coUnit',
  'itemsBefore',
  'items',
  'pages',
])

/** Fields that a form writes one a line and a verb takes as a list. */
const lists: ReadonlySet<string> = new Set(['requests'])

/** The input of a step from its form: the named fields that were filled in, and the version seen. */
export function stepInput(
  text: ReadonlyMap<string, string>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputOf(text, [...names, 'version'])).map(([name, value]) => [
      name,
      typed(name, value, text),
    ]),
  )
}

function typed(name: string, value: unknown, text: ReadonlyMap<string, string>): unknown {
  if (lists.has(name)) return linesOf(text.get(name))
  return numbers.has(name) ? Number(value) : value
}

/** The lines of a text field that holds a list, blank ones left out. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function warning(refusal: Refusal): StepNotice {
  const { title, detail } = refusalWords(refusal)
  return { tone: 'warning', title, text: detail }
}

// A fault in one line of a list belongs to the field that holds the list.
function listErrors(errors: FormErrors): FormErrors {
  const told: Record<string, string> = {}
  for (const [name, message] of Object.entries(errors)) told[name.replace(/\.\d+$/, '')] ??= message
  return told
}
