/** Who has reported (报送覆盖): `of` agencies should, `missing` are the ids of those that did not. */
export type Coverage = { reporting: number; of: number; missing: readonly string[] }

/** Coverage of some agencies (members) by those that reported. */
export function coverageOf(members: readonly string[], reported: ReadonlySet<string>): Coverage {
  const missing = members.filter((id) => !reported.has(id))
  return { reporting: members.length - missing.length, of: members.length, missing }
}
