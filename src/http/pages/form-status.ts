import type { Refusal } from '../../domain/shared/refusal.ts'

/** Status of a form that is shown (表单状态): as it is, once more with its faults, or after somebody was faster. */
export function formStatus(refusal: Refusal | null): 200 | 409 | 422 {
  if (refusal === null) return 200
  return refusal.code === 'stale' ? 409 : 422
}
