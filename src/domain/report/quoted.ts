/** What prose may quote by its name (数字引用), and what it is now; null is 未报送. */
export type Quotable = { name: string; value: string | number | null }

/** What prose quotes that it cannot (引用不到的数字): no such figure, or one that nobody reported. */
export type ProseFault = { name: string; why: 'unknown' | 'unreported' }

const quoted = /\{(?<name>[^{}\n]{1,20})\}/g

/** Puts the figures into prose where it quotes them by name (数字引用), so that text and tables agree. */
export function fillProse(text: string, references: readonly Quotable[]): string {
  const values = new Map(references.map(({ name, value }) => [name, value]))
  return text.replaceAll(quoted, (whole, name: string) => {
    const value = values.get(name.trim())
    return value === undefined || value === null ? whole : String(value)
  })
}

/** What prose quotes that is no figure, or a figure that is not there. */
export function proseFaults(text: string, references: readonly Quotable[]): ProseFault[] {
  const values = new Map(references.map(({ name, value }) => [name, value]))
  return [...text.matchAll(quoted)].flatMap(({ groups }): ProseFault[] => {
    const name = groups?.['name']?.trim() ?? ''
    if (!values.has(name)) return [{ name, why: 'unknown' }]
    return values.get(name) === null ? [{ name, why: 'unreported' }] : []
  })
}
