/** Fields that a form writes as text and a verb takes as a number. */
const numbers = new Set(['version', 'validityYears'])

/** Builds a verb's input from the named fields of a form; blank ones are left out. */
export function stepInput(text: ReadonlyMap<string, string>, names: readonly string[]): unknown {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text.get(name)?.trim() ?? ''
      if (value === '') return []
      return [[name, numbers.has(name) ? Number(value) : value] as const]
    }),
  )
}
