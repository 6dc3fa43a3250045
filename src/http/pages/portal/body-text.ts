/** A line of a document's text and what it is in the layout of official documents (公文层次). */
export type BodyLine = {
  kind: 'to' | 'heading' | 'subheading' | 'paragraph' | 'sign'
  text: string
}

const heading = /^[一二三四五六七八九十百]+、/
const subheading = /^（[一二三四五六七八九十百]+）/
const sign = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/
const longestHeading = 40

/**
 * Cuts a text into its lines: short numbered lines without a full stop are headings, a first line
 * that ends in a colon is the addressee (主送机关), a date alone and the name before it the signature.
 */
export function bodyLines(body: string): BodyLine[] {
  const lines: BodyLine[] = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ kind: kindOf(text), text }))
  const first = lines[0]
  if (first?.kind === 'paragraph' && first.text.endsWith('：')) first.kind = 'to'
  for (const [index, { kind }] of lines.entries()) {
    const before = lines[index - 1]
    if (kind === 'sign' && before?.kind === 'paragraph' && isName(before.text)) before.kind = 'sign'
  }
  return lines
}

function isName(text: string): boolean {
  return text.length <= longestHeading && !/[。，；：？！、]/.test(text)
}

function kindOf(text: string): BodyLine['kind'] {
  if (sign.test(text)) return 'sign'
  if (text.length > longestHeading) return 'paragraph'
  // A heading may end with a full stop; one inside it makes it a sentence.
  if (text.slice(0, -1).includes('。')) return 'paragraph'
  if (heading.test(text)) return 'heading'
  return subheading.test(text) ? 'subheading' : 'paragraph'
}
