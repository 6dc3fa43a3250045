/** Writes the place of a row in a list by instant. */
export function placeText({ at, id }: { at: number; id: string }): string {
  return `${at.toString(36)}.${id}`
}

/** Reads a place that {@link placeText} wrote. */
export function placeOf(text: string | null): { at: number; id: string } | null {
  if (text === null) return null
  const [at = '', id = ''] = text.split('.', 2)
  return { at: Number.parseInt(at, 36), id }
}
