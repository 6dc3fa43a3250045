import type { Operation } from './operation.ts'

/** Whether a call creates something, so that it takes an Idempotency-Key. */
export function isCreation({ method, creates = false, answers }: Operation): boolean {
  const isAnsweredSo = answers.some(({ status }) => status === 201 || status === 202)
  return method === 'POST' && (creates || isAnsweredSo)
}
