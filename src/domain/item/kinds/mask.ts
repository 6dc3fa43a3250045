import { checkResidentId } from '../../shared/validate/resident-id.ts'
import { personsIn } from './person-names.ts'
import { doubleSurnames } from './surnames.data.ts'

const IDENTITY =
  /(?<![0-9A-Za-z])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g
const OLD_IDENTITY =
  /(?<![0-9A-Za-z])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}(?![0-9A-Za-z])/g
const MOBILE = /(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])/g
const ADDRESS =
  /^(?:.{2,8}?(?:省|自治区))?(?:.{2,10}?(?:市|地区|自治州|盟))?(?:.{1,10}?(?:自治县|县|区|市|旗))?.{1,8}?(?:乡镇|街道|镇|乡|苏木)/u
const COUNTY =
  /^(?:.{2,8}?(?:省|自治区))?(?:.{2,10}?(?:市|地区|自治州|盟))?.{1,10}?(?:自治县|县|区|市|旗)/u

/** What is shown of an address that names no township or county. */
const noAddress = '（住址略）'

/** What is left out or set in when a name is written again: gaps within a line, the dots of long names. */
const LOOSE = /[^\S\n]|[·•‧∙・．.]/gu

/**
 * Hides the given names of natural persons (隐名): 张三 → 张某, 张三丰 → 张某某, several persons one by
 * one. A masked name stays as it is.
 */
export function maskName(name: string): string {
  return personsIn(name)
    .map((person) => (person.name === '' ? '' : maskOne(person.name)) + person.behind)
    .join('')
}

/** Those of some names that stand in a text (文中姓名), also with a blank inside or another dot. */
export function standingIn(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const run = withoutGaps(text)
  return names.filter(
    (name) => text.includes(name) || (isHan(name) && run.includes(withoutGaps(name))),
  )
}

function maskNameIn(text: string, name: string): string {
  const hidden = maskName(name)
  if (!isHan(name)) return text.replaceAll(name, hidden)
  const written = Array.from(withoutGaps(name)).join(`(?:${LOOSE.source})*`)
  return text.replaceAll(new RegExp(written, 'gu'), hidden)
}

function withoutGaps(text: string): string {
  return text.replaceAll(LOOSE, '')
}

function isHan(name: string): boolean {
  return /^\p{Script=Han}[\p{Script=Han}·•‧∙・．.]*\p{Script=Han}$/u.test(name)
}

function maskOne(name: string): string {
  const characters = Array.from(name)
  const [first = ''] = characters
  if (!/\p{Script=Han}/u.test(first)) return `${first}***`
  const isDouble = doubleSurnames.has(name.slice(0, 2))
  const surname = isDouble ? name.slice(0, 2) : first
  return characters.length <= (isDouble ? 3 : 2) ? `${surname}某` : `${surname}某某`
}

/** Hides an identity number (身份证号) but for its first three and last two characters. */
export function maskIdentity(number: string): string {
  return number.length <= 5
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
}

/** Hides the middle of a telephone number (电话): 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** Cuts an address (住址) after the township, or after the county when it names no township. */
export function maskAddress(address: string): string {
  return (ADDRESS.exec(address) ?? COUNTY.exec(address))?.[0] ?? noAddress
}

/**
 * Hides identity numbers, mobile numbers and the given names wherever they stand in a text
 * (文中隐私处理); digits typed in full width count as well.
 */
export function maskText(text: string, names: readonly string[]): string {
  const plain = [IDENTITY, OLD_IDENTITY].reduce(
    (seen, pattern) => maskPattern(seen, pattern, maskIdentity),
    text,
  )
  const unnamed = standingIn(plain, names).reduce(maskNameIn, plain)
  return maskPattern(unnamed, MOBILE, (found) => maskPhone(found.replaceAll(/[ -]/g, '')))
}

/**
 * Hides identity numbers inside a document or project number (编号): only those whose check character
 * is right, because a region, a day and a serial number look like one.
 */
export function maskCode(code: string): string {
  return maskPattern(code, IDENTITY, (found) =>
    checkResidentId(found).ok ? maskIdentity(found) : found,
  )
}

/** Finds in the text as ASCII, replaces in the text as written. */
function maskPattern(text: string, pattern: RegExp, mask: (found: string) => string): string {
  const ascii = text.replaceAll(/[０-９Ｘｘ]/g, (wide) =>
    String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0),
  )
  let masked = ''
  let from = 0
  for (const { 0: found, index } of ascii.matchAll(pattern)) {
    masked += text.slice(from, index) + mask(found)
    from = index + found.length
  }
  return masked + text.slice(from)
}
