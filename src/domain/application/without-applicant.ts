import type { Personal, PersonalField } from './personal.ts'

/** Something by which an applicant is known (可识别申请人的信息), as it is looked for in texts. */
export type Telling = { marks: readonly string[]; isName: boolean; isWhole: boolean }

/** Fields that name the applicant or who acts for them. */
const names: readonly PersonalField[] = [
  'applicant.name',
  'applicant.legalRepresentative',
  'applicant.contactName',
  'representative.name',
]
/** Fields by which they are known or reached. */
const others: readonly PersonalField[] = [
  'applicant.idNumber',
  'applicant.creditCode',
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
  'representative.idNumber',
  'representative.phone',
]

/**
 * What tells who applied (可识别申请人的信息): names, numbers, contacts, and the numbers of the case.
 * A value of one letter is none: it stands in every text.
 */
export function tellingOf(personal: Personal, numbers: readonly string[]): Telling[] {
  const values = [
    ...names.map((field) => ({ value: personal[field], isName: true, isWhole: false })),
    ...others.map((field) => ({
      value: personal[field],
      isName: false,
      // Six digits stand inside many a number.
      isWhole: field === 'applicant.postcode',
    })),
    ...numbers.map((value) => ({ value, isName: false, isWhole: false })),
  ]
  return values.flatMap(({ value = '', ...rest }) => {
    const marks = marksOf(value).map(({ mark }) => mark)
    return marks.length < 2 ? [] : [{ marks, ...rest }]
  })
}

/**
 * Takes the applicant out of a text (去除申请人信息): names become 申请人, all else 〔略〕, however they are
 * spaced, hyphened or widened. A text in which they still stand after that is given up whole.
 */
export function withoutApplicant(text: string, telling: readonly Telling[]): string {
  const marks = marksOf(text)
  const spans = telling
    .flatMap((one) =>
      placesOf(marks, one).map((at) => ({
        from: marks[at]?.from ?? 0,
        to: marks[at + one.marks.length - 1]?.to ?? 0,
        isName: one.isName,
      })),
    )
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  let [clean, done] = ['', 0]
  for (const { from, to, isName } of spans) {
    if (to <= done) continue
    if (from >= done) clean += text.slice(done, from) + (isName ? '申请人' : '〔略〕')
    done = to
  }
  clean += text.slice(done)
  return tellsApplicant(clean, telling) ? '' : clean
}

/** Whether a text tells who applied (含申请人信息). */
export function tellsApplicant(text: string, telling: readonly Telling[]): boolean {
  const marks = marksOf(text)
  return telling.some((one) => placesOf(marks, one).length > 0)
}

type Mark = { mark: string; from: number; to: number }

/** The letters, signs and digits of a text without blanks, strokes and widths, each with its place. */
function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  let from = 0
  for (const char of text) {
    const to = from + char.length
    for (const mark of char.normalize('NFKD').toLowerCase()) {
      if (/[\p{L}\p{M}\p{N}]/u.test(mark)) marks.push({ mark, from, to })
    }
    from = to
  }
  return marks
}

function placesOf(text: readonly Mark[], { marks, isWhole }: Telling): number[] {
  const places: number[] = []
  for (let at = 0; at + marks.length <= text.length; at += 1) {
    if (!marks.every((mark, index) => text[at + index]?.mark === mark)) continue
    const beside = [text[at - 1]?.mark, text[at + marks.length]?.mark]
    if (isWhole && beside.some((mark) => mark !== undefined && /\p{N}/u.test(mark))) continue
    places.push(at)
  }
  return places
}
