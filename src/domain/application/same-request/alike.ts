/** What a request asks for, as it is compared (申请内容的比对形式). */
export type Wanted = {
  /** pairs of characters of the subject */ pairs: ReadonlySet<string>
  /** runs of digits in it: years, places in a series */ figures: ReadonlySet<string>
  /** the document or index number that was named, null without one */ docNumber: string | null
}

/** Words that stand in many requests and say nothing of what is wanted. */
const common =
  /依法|申请|请求|要求|公开|获取|提供|政府信息|信息|关于|相关|有关|材料|内容|情况|本人|申请人|略|的|及|和|与|等/g

/** Fewest pairs by which a subject can be told from others. */
const fewest = 3

/** Brings a request into the form in which it is compared; its applicant was taken out before. */
export function wantedOf(subject: string, docNumber: string | undefined): Wanted {
  const plain = fold(subject)
  const bare = plain.replaceAll(common, '')
  const pairs = new Set<string>()
  const chars = Array.from(bare)
  for (const [at, char] of chars.entries()) {
    const next = chars[at + 1]
    if (next !== undefined) pairs.add(char + next)
  }
  const number = fold(docNumber ?? '')
  return {
    pairs: pairs.size < fewest ? new Set() : pairs,
    figures: new Set(plain.match(/\d+/g)),
    // A number without a digit is none: 无, 不详.
    docNumber: /\d/.test(number) && number.length > 3 ? number : null,
  }
}

/**
 * How alike two requests are (相近程度), in percent: all when they name the same document or index
 * number; else the share of common pairs. Other years or places in a series are other things.
 */
export function likeness(one: Wanted, other: Wanted): number {
  if (one.docNumber !== null && one.docNumber === other.docNumber) return 100
  const isOther =
    one.figures.size > 0 && other.figures.size > 0 && !isSame(one.figures, other.figures)
  const all = new Set([...one.pairs, ...other.pairs]).size
  if (isOther || all === 0) return 0
  const shared = [...one.pairs].filter((pair) => other.pairs.has(pair)).length
  return Math.floor((shared * 100) / all)
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((figure) => other.has(figure))
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}
