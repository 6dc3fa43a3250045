import type { ClarificationPlace } from '../../store/tenant/clarification.ts'

/** Writes the place of a published row in its list. */
export function placeText({
  published_at: at,
  id,
}: {
  published_at: number | null
  id: string
}): string {
  return `${(at ?? 0).toString(36)}.${id}`
}

/** Reads a place that {@link placeText} wrote. */
export function placeOf(text: string | null): ClarificationPlace | null {
  if (text === null) return null
  const [at = '', id = ''] = text.split('.', 2)
  return { at: Number.parseInt(at, 36), id }
}

/** Writes the place of a row in a list by day. */
export function dayPlaceText({ on, id }: { on: string; id: string }): string {
  return `${on}.${id}`
}

/** Reads a place that {@link dayPlaceText} wrote. */
export function dayPlaceOf(text: string | null): ClarificationPlace | null {
  if (text === null) return null
  const [at = '', id = ''] = text.split('.', 2)
  return { at, id }
}
