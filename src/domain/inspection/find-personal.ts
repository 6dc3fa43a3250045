import { type DigitGroup, digitGroups, plainForm } from './digit-groups.ts'
import { findAddresses } from './find-address.ts'
import { isBankCard, isMobile, isOldResidentId, isResidentId } from './personal-numbers.ts'

/** Kinds of personal data that are looked for: 身份证号, 手机号, 银行卡号, 家庭住址. */
export const personalKinds = ['resident-id', 'phone', 'bank-card', 'address'] as const

/** Personal data in a text: masked, never in full; places are UTF-16 offsets into the text. */
export type PersonalFinding = {
  kind: (typeof personalKinds)[number]
  masked: string
  place: { start: number; end: number }
}

/** A candidate: digit groups joined, and where they stand in the plain form. */
type Joined = { digits: string; sizes: readonly number[]; from: number; to: number; parts: string }
type Hit = { kind: PersonalFinding['kind']; from: number; to: number; count: number }

/** Most groups that make up one number: eighteen digits written singly. */
const MOST_GROUPS = 18
/** Longest run of digits in which identity numbers are looked for at every place. */
const LONGEST_RUN = 64

/**
 * Finds resident identity numbers, mobile numbers, bank cards and home addresses (个人信息扫描) in
 * plain text, however they are spaced and in any width. Time grows linearly with the text.
 */
export function findPersonal(original: string): PersonalFinding[] {
  const { text, placeOf } = plainForm(original)
  const hits = [...numberHits(text), ...addressHits(text)].toSorted((a, b) => a.from - b.from)
  return hits.map(({ kind, from, to }) => ({
    kind,
    masked: mask(kind, text.slice(from, to)),
    place: { start: placeOf(from), end: placeOf(to - 1) + 1 },
  }))
}

/** Puts the masked form in the place of every piece of personal data (脱敏). */
export function maskPersonal(text: string): string {
  let masked = ''
  let at = 0
  for (const finding of findPersonal(text)) {
    if (finding.place.start < at) continue
    masked += text.slice(at, finding.place.start) + finding.masked
    at = finding.place.end
  }
  return masked + text.slice(at)
}

function addressHits(text: string): Hit[] {
  return findAddresses(text).map(({ start, end }) => ({
    kind: 'address',
    from: start,
    to: end,
    count: 0,
  }))
}

function numberHits(text: string): Hit[] {
  const groups = digitGroups(text)
  const hits: Hit[] = []
  for (let at = 0; at < groups.length;) {
    const hit = hitAt(text, groups, at)
    if (hit !== null) hits.push(hit)
    else hits.push(...insideRun(groups[at]))
    at += hit?.count ?? 1
  }
  return hits
}

/** The most telling number that begins with a group: identity numbers before cards before phones. */
function hitAt(text: string, groups: readonly DigitGroup[], at: number): Hit | null {
  const joined = joinsFrom(text, groups, at)
  const rules: readonly [Hit['kind'], (one: Joined) => boolean][] = [
    ['resident-id', (one) => isResidentId(one.digits, false)],
    ['resident-id', (one) => isOldIdHere(text, one)],
    ['bank-card', (one) => isCardHere(text, one)],
    ['phone', (one) => isPhoneHere(text, one)],
  ]
  for (const [kind, fits] of rules) {
    const one = joined.findLast(fits)
    if (one !== undefined) return { kind, from: one.from, to: one.to, count: one.sizes.length }
  }
  return null
}

/** Groups joined from `at` on as long as only blanks, line ends or hyphens part them. */
function joinsFrom(text: string, groups: readonly DigitGroup[], at: number): Joined[] {
  const all: Joined[] = []
  let [digits, parts] = ['', '']
  const sizes: number[] = []
  const from = groups[at]?.from ?? 0
  for (let next = at; next < at + MOST_GROUPS; next += 1) {
    const group = groups[next]
    if (group === undefined) break
    const part = next === at ? '' : text.slice(groups[next - 1]?.to, group.from)
    if (!/^[\s\u{2010}-\u{2015}\u{2212}.·_-]{0,4}$/u.test(part)) break
    digits += group.digits
    parts += part
    sizes.push(group.digits.length)
    if (digits.length > 19) break
    if (digits.length > 10) all.push({ digits, sizes: [...sizes], from, to: group.to, parts })
  }
  return all
}

/** Identity numbers stuck to other digits, as when columns of a list have run together. */
function insideRun(group: DigitGroup | undefined): Hit[] {
  const hits: Hit[] = []
  if (group === undefined || group.digits.length <= 18 || group.digits.length > LONGEST_RUN) {
    return hits
  }
  for (let at = 0; at + 18 <= group.digits.length; at += 1) {
    if (!isResidentId(group.digits.slice(at, at + 18), true)) continue
    const from = group.from + at
    hits.push({ kind: 'resident-id', from, to: from + 18, count: 1 })
    at += 17
  }
  return hits.length === 0 ? hits : [...hits, ...besides(group, hits)]
}

/** What is left of a run beside its identity numbers, when that is a telephone or card number. */
function besides(group: DigitGroup, hits: readonly Hit[]): Hit[] {
  const ends = [group.from, ...hits.map(({ to }) => to)]
  const starts = [...hits.map(({ from }) => from), group.to]
  return ends.flatMap((from, index): Hit[] => {
    const to = starts[index] ?? group.to
    const rest = group.digits.slice(from - group.from, to - group.from)
    if (isMobile(rest)) return [{ kind: 'phone', from, to, count: 1 }]
    return isBankCard(rest) ? [{ kind: 'bank-card', from, to, count: 1 }] : []
  })
}

// What such a word introduces is no person's number, whatever digits it has.
const OFFICIAL =
  /(?:税号|识别号|编号|代码|索引号|登记号|许可证号|批号|图号|发票号|流水号|订单号|合同号|批准文号|备案号|信用代码|资产号|标号|型号|条码|单号|文号|案号|宗地号|不动产单元号)[^\d\n]{0,6}$/

function isOldIdHere(text: string, one: Joined): boolean {
  const isWhole = one.sizes.length === 1 || one.sizes.join('-') === '6-6-3'
  return isWhole && isOldResidentId(one.digits) && standsAlone(text, one) && !isOfficial(text, one)
}

function isCardHere(text: string, one: Joined): boolean {
  const isPlain = one.sizes.length === 1
  const isGrouped = /^[ \u{a0}\u{3000}-]*$/u.test(one.parts) && isCardGrouping(one)
  if (!(isPlain || isGrouped || isCardOverLines(one)) || !isBankCard(one.digits)) return false
  return standsAlone(text, one) && !isOfficial(text, one) && !isAmount(text, one)
}

/** Fours, as on the card, or issuer and rest; figures in a row of a table are grouped otherwise. */
function isCardGrouping({ digits, sizes }: Joined): boolean {
  const isFours = sizes.slice(0, -1).every((size) => size === 4) && (sizes.at(-1) ?? 0) <= 7
  const isIssuerAndRest = sizes[0] === 6 && sizes.length <= 3
  const isForeign = /^[2-5]/.test(digits)
  return isForeign ? isFours && sizes.length >= 4 : isFours || isIssuerAndRest
}

/** A card's number that a narrow cell of a table has broken over two lines. */
function isCardOverLines({ digits, sizes, parts }: Joined): boolean {
  const [first = 0, second = 0] = sizes
  return /^\r?\n$/.test(parts) && first + second >= 16 && first >= 8 && /^(?:62|9558)/.test(digits)
}

const PHONE_GROUPS = /^(?:(?:86|0086|0)-)?(?:11|3-4-4|3-8|3-3-5|4-3-4|4-4-3|7-4|5-6|3-2-2-2-2)$/

function isPhoneHere(text: string, one: Joined): boolean {
  if (!isMobile(one.digits) || /[\n\t]/.test(one.parts)) return false
  if (one.sizes.length > 1 && !PHONE_GROUPS.test(groupingOf(one))) return false
  return (
    standsAlone(text, one) &&
    !isOfficial(text, one) &&
    !isAmount(text, one) &&
    !isPartOfNumber(text, one)
  )
}

/** Sizes of the groups, a country code or leading 0 of its own as such. */
function groupingOf({ digits, sizes }: Joined): string {
  const prefix = digits.length - 11
  const [first = 0, ...rest] = sizes
  if (prefix === 0) return sizes.join('-')
  if (first === prefix) return [digits.slice(0, prefix), ...rest].join('-')
  return [first - prefix, ...rest].join('-')
}

/** Not part of a word of letters and digits, as hashes and codes are; a word before it may touch it. */
function standsAlone(text: string, { from, to }: Joined): boolean {
  if (/[A-Za-z_]/.test(text[to] ?? '')) return false
  const before = /[A-Za-z0-9_]{0,12}$/.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? ''
  return /^[A-Za-z]{0,8}$/.test(before)
}

function isOfficial(text: string, { from }: Joined): boolean {
  return OFFICIAL.test(text.slice(Math.max(0, from - 16), from))
}

function isAmount(text: string, { from, to }: Joined): boolean {
  const after = text.slice(to, to + 5)
  const before = text.slice(Math.max(0, from - 2), from)
  return (
    /^\.\d|^ ?[万亿]?(?:元|吨|平方|公里|千米|立方|千瓦|人次|%)/.test(after) ||
    /[¥￥$]$|\d[.,]$/.test(before)
  )
}

/** What may stand beside a stroke: a landline, a mobile number, the code of the country, a word. */
const BESIDE = /^0|^1[3-9]\d{9}$|^(?:00)?86$|^[A-Za-z]{2,6}$|^\d{7,8}$/

/** Joined by a stroke to digits that are no number to call, as in index and document numbers. */
function isPartOfNumber(text: string, { from, to }: Joined): boolean {
  const after = /^[/-](\d{1,12})/.exec(text.slice(to, to + 14))?.[1]
  const before = /([A-Za-z\d]{1,12})[/-]$/.exec(text.slice(Math.max(0, from - 14), from))?.[1]
  return [before, after].some((part) => part !== undefined && !BESIDE.test(part))
}

function mask(kind: PersonalFinding['kind'], text: string): string {
  if (kind === 'address') {
    const shown = Math.min(6, Math.floor(text.length / 3))
    return `${text.slice(0, shown)}***`
  }
  const digits = text.replaceAll(/[^\dXx]/g, '').toUpperCase()
  const shown = kind === 'bank-card' ? 4 : 3
  return `${digits.slice(0, shown)}${'*'.repeat(digits.length - shown - 4)}${digits.slice(-4)}`
}
