import type { Form } from './item.ts'

/** Letters that join on both sides, and those that join only to the one before (Unicode ArabicShaping). */
const dual =
  /^[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0640-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u1807\u180a\u1820-\u1878\u1887-\u18a8\u18aa\u200d]/u
const toTheRight =
  /^[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]/u
const transparent = /^[\p{Mn}\p{Me}\u061c]/u
const variation = /^[\u180b-\u180d\u180f]/u

/**
 * Forms that letters take by what they are joined to (连写形式); marks have none, a sign that chooses
 * a variant has its letter's.
 */
export function formsOf(chars: readonly string[]): (Form | null)[] {
  const forms: (Form | null)[] = chars.map(() => null)
  const letters = [...chars.keys()].filter((at) => !transparent.test(chars[at] ?? ''))
  for (const [index, at] of letters.entries()) {
    const [before, after] = [letters[index - 1], letters[index + 1]].map((one) => chars[one ?? -1])
    forms[at] = formOf(chars[at] ?? '', before ?? '', after ?? '')
  }
  for (const [at, char] of chars.entries()) {
    if (variation.test(char)) forms[at] = forms[at - 1] ?? null
  }
  return forms
}

function formOf(letter: string, before: string, after: string): Form | null {
  const isDual = dual.test(letter)
  if (!isDual && !toTheRight.test(letter)) return null
  const isJoinedAfter = isDual && (dual.test(after) || toTheRight.test(after))
  if (dual.test(before)) return isJoinedAfter ? 'medi' : 'fina'
  return isJoinedAfter ? 'init' : 'isol'
}
