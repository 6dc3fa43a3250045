import type { Agency } from '../../../../domain/agency/agency.ts'

type Known = Pick<Agency, 'id' | 'name' | 'shortName' | 'parentId'>

/** Names of agencies, one a line (会商机关); an id that nobody has any more stays as it is. */
export function agencyNames(ids: readonly string[], agencies: readonly Known[]): string {
  return ids.map((id) => agencies.find((one) => one.id === id)?.name ?? id).join('\n')
}

/**
 * Reads agencies as they were typed, one a line or with signs between them: by name, by id, or by
 * short name, where of several that share it a neighbour of `own` is meant. What is nobody's name,
 * or that of several, is `unknown`.
 */
export function readAgencies(
  typed: string,
  agencies: readonly Known[],
  own: Known,
): { ids: string[]; unknown: string[] } {
  const found = { ids: new Set<string>(), unknown: new Set<string>() }
  for (const word of typed.split(/[\s,，、;；]+/u)) {
    if (word === '') continue
    const id = agencyCalled(word, agencies, own)
    if (id === null) found.unknown.add(word)
    else found.ids.add(id)
  }
  return { ids: [...found.ids], unknown: [...found.unknown] }
}

function agencyCalled(word: string, agencies: readonly Known[], own: Known): string | null {
  const exact = agencies.find(({ id, name }) => id === word || name === word)
  if (exact !== undefined) return exact.id
  const called = agencies.filter(({ shortName }) => shortName === word)
  if (called.length <= 1) return called[0]?.id ?? null
  const near = called.filter(({ parentId }) => parentId === own.parentId || parentId === own.id)
  return near.length === 1 ? (near[0]?.id ?? null) : null
}
