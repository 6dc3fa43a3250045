/** Letters that join on both sides, and those that join only to the one before (Unicode ArabicShaping). */
const dual =
  /^[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0640-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u1807\u180a\u1820-\u1878\u1887-\u18a8\u18aa]/u
const toTheRight =
  /^[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]/u

/** Whether a letter belongs to a script whose letters are written joined (连写). */
export function isJoining(letter: string): boolean {
  return dual.test(letter) || toTheRight.test(letter)
}

/** Whether two letters beside each other are joined; they may carry marks. */
export function areJoined(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false
  const reaches = before.startsWith('\u200d') || dual.test(before)
  return reaches && (after.startsWith('\u200d') || isJoining(after))
}
