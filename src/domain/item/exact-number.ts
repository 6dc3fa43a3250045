import { normaliseDocNumber } from './import-doc-number.ts'
import type { PublishedItem } from './item.ts'
import { facet, facetText } from './search-query.ts'

/** Longest sender's mark before the year that is looked for: 宿政办 of 宿政办〔2024〕12号. */
const maxMark = 12
const maxTokens = 32

/** A document number in running text: mark, year in brackets or bare, serial. */
const inText = /([\p{Script=Han}a-z]+)(〔?)(\d{4})(〕?)年?(第?)0*(\d{1,6})(号?)/giu
/** Letters, digits and what stands between them in index numbers. */
const code = /[0-9a-z][0-9a-z\-/_.()[\]〔〕]{3,}/giu

/**
 * Index tokens of every number that a query may mean (精确匹配): document numbers with any
 * brackets or none, with or without 第 and 号, and index numbers. None when it has no digit.
 */
export function numberTokens(q: string): string[] {
  const text = q.normalize('NFKC').trim()
  if (!/\d/.test(text)) return []
  const docNumbers = [text, ...inRunningText(normaliseDocNumber(text).text)]
  const indexNumbers = [
    text.replaceAll(/\s/gu, ''),
    ...[...text.matchAll(code)].map(([found]) => found),
  ].flatMap((number) => [number, number.toUpperCase()])
  const tokens = [
    ...docNumbers.map((number) => facet('docNumber', facetText(normaliseDocNumber(number).text))),
    ...indexNumbers.map((number) => facet('indexNumber', number)),
  ]
  return [...new Set(tokens)].slice(0, maxTokens)
}

/** Keeps of the items that numbers led to those that were meant: the longest number that is there. */
export function meant<I extends Pick<PublishedItem, 'docNumber' | 'indexNumber'>>(
  items: readonly I[],
  q: string,
): I[] {
  const asked = facetText(q)
  const lengths = items.map(({ docNumber, indexNumber }) =>
    asked.includes(facetText(indexNumber)) ? Infinity : (docNumber?.length ?? 0),
  )
  const longest = Math.max(0, ...lengths)
  return items.filter((_, at) => lengths[at] === longest)
}

function inRunningText(text: string): string[] {
  return [...text.matchAll(inText)].flatMap(
    ([, mark = '', open, year, close, nth, serial, end]) => {
      const isNumber = (open !== '' && close !== '') || nth !== '' || end !== ''
      if (!isNumber) return []
      const letters = Array.from(mark).slice(-maxMark)
      return letters.map((_, from) => `${letters.slice(from).join('')}〔${year}〕${serial}号`)
    },
  )
}
