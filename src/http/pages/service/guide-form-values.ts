import type { GuideText } from '../../../domain/service/input.ts'
import { linesOf } from '../desk/step-answer.ts'

const texts = [
  'conditions',
  'procedure',
  'fee',
  'feeNote',
  'outcome',
  'window',
  'hours',
  'phone',
  'supervisionPhone',
] as const
const days = ['statutoryDays', 'promisedDays'] as const

/** A guide as its form was filled in; blank fields are left out, days that are no number stay words. */
export function guideFrom(text: ReadonlyMap<string, string>): Record<string, unknown> {
  const typed = (name: string): string => (text.get(`guide.${name}`) ?? '').trim()
  const materials = linesOf(text.get('guide.materials'))
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (typed(name) === '' ? [] : [[name, typed(name)]])),
    ),
    ...Object.fromEntries(
      days.flatMap((name) => (typed(name) === '' ? [] : [[name, Number(typed(name))]])),
    ),
    ...(materials.length === 0 ? {} : { materials }),
  }
}

/** The fields of the form of a guide. */
export function guideFields(guide: GuideText): ReadonlyMap<string, string> {
  const filled = Object.entries(guide).map(([name, value]): [string, string] => [
    `guide.${name}`,
    Array.isArray(value) ? value.join('\n') : String(value),
  ])
  return new Map(filled)
}
