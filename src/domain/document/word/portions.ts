/** Least length of a portion in letters: shorter ones cost more to begin than they save. */
export const portionLength = 300_000

/** What one place of a document says of another: it is read as a whole. */
const joined = /<w:(?:footnoteReference|endnoteReference)\b|<!/
const ofTheBody = 2

/**
 * Cuts the main part of a Word file between paragraphs and tables into files that can be read one after
 * the other (分段读入): a tree of the whole costs twice the time and memory. What belongs together stays so:
 * a field, a deleted paragraph mark and its next paragraph, the items of a list. The part alone where
 * it cannot be cut.
 */
export function wordPortions(xml: string, least: number): string[] {
  const cuts = joined.test(xml) ? [] : cutsOf(xml, least)
  const [first] = cuts
  const last = cuts.at(-1)
  if (first === undefined || last === undefined) return [xml]
  const open = xml.slice(0, xml.indexOf('>', xml.indexOf('<w:body')) + 1)
  const close = '</w:body></w:document>'
  return [
    xml.slice(0, first) + close,
    ...cuts.slice(1).map((to, i) => open + xml.slice(cuts[i], to) + close),
    open + xml.slice(last),
  ]
}

/** Where portions begin: places between blocks of the body, at good distances. */
function cutsOf(xml: string, least: number): number[] {
  const cuts: number[] = []
  let from = 0
  let before = 0
  for (const { at, isInField } of blocksOf(xml)) {
    const isApart = at - from >= least && !isInField
    if (isApart && isFresh(xml, at) && !isOpenEnded(xml.slice(before, at))) {
      cuts.push(at)
      from = at
    }
    before = at
  }
  return cuts
}

/** Where the blocks of the body begin, and whether a field runs on there. */
function* blocksOf(xml: string): Generator<{ at: number; isInField: boolean }> {
  let depth = 0
  let fields = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const end = xml.indexOf('>', at)
    if (end === -1) return
    if (xml[at + 1] === '/') depth -= 1
    else {
      if (depth === ofTheBody) yield { at, isInField: fields > 0 }
      if (xml.startsWith('<w:fldChar', at)) fields += fieldStep(xml.slice(at, end))
      if (xml[end - 1] !== '/' && xml[at + 1] !== '?') depth += 1
    }
    at = end
  }
}

function fieldStep(tag: string): number {
  if (tag.includes('"begin"')) return 1
  return tag.includes('"end"') ? -1 : 0
}

/** Whether a block begins something new: a table, or a paragraph that is no item of a list. */
function isFresh(xml: string, at: number): boolean {
  if (xml.startsWith('<w:tbl>', at)) return true
  if (!/^<w:p[\s>]/.test(xml.slice(at, at + 5))) return false
  return !/<w:(?:numPr|pStyle)\b/.test(xml.slice(at, xml.indexOf('</w:p>', at)))
}

/** Whether a paragraph runs on into the next one: its mark was deleted (修订中删去了段落标记). */
function isOpenEnded(block: string): boolean {
  return /<w:(?:del|moveFrom)\b/.test(block)
}
