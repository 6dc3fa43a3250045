import { denials, type Statement, statements } from './statements.data.ts'
import type { NarrativeClaim, ReportLevel } from './types.ts'

/** Longest text that is read for figures. */
const longest = 100_000

/** From here on a sentence speaks of another body than the report's own. */
const others = /办公室|代表|下级|本级|其中[^\d,]{0,20}(?:局|委|厅|院|镇|乡|街道|县|区|部门|单位)/
const otherGovernment = /[省市州县区](?:人民)?政府(?!信息)|本机关|本单位/
/** A clause that compares, counts what others thought of an answer, or what came by one way. */
const aside =
  /较上年|比上年|同比|去年|上年同期|增长|增加|减少|下降|上升|不服|(?:网[上络站]|平台|线上|在线|信函|邮[寄件箱]|微信|窗口|当面|现场|传真)\D{0,8}(?:收到|受理|接收|新收)/

/**
 * Finds in the text of a report the figures that its tables hold too (正文取数). What a sentence says of
 * another body than the report's own is left out: each claim is only a guess at what was meant.
 */
export function claimsInText(text: string, level: ReportLevel): NarrativeClaim[] {
  return text
    .slice(0, longest)
    .normalize('NFKC')
    .replaceAll(/[^\S\n]/g, '')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/其中[,:]/g, '其中')
    .split(/[。!\n]/)
    .flatMap((sentence) => claimsIn(sentence, level))
    .slice(0, 100)
}

function claimsIn(sentence: string, level: ReportLevel): NarrativeClaim[] {
  const clauses = sentence.split(/[,;:]/)
  const end = clauses.findIndex(
    (clause) => others.test(clause) || (level !== 'bureau' && otherGovernment.test(clause)),
  )
  const own = (end === -1 ? clauses : clauses.slice(0, end)).filter((clause) => !aside.test(clause))
  return own.flatMap((clause) => {
    const none = denials.find((row) => isMeant(row, sentence) && row.pattern.test(clause))
    return none === undefined ? stated(clause, sentence) : [guess(none.claim, 0)]
  })
}

function stated(clause: string, sentence: string): NarrativeClaim[] {
  const found = statements
    .filter((row) => isMeant(row, sentence))
    .flatMap(({ claim, pattern }) =>
      [...clause.matchAll(pattern)].map(({ index, ...groups }) => ({
        index,
        claim: guess(claim, Number(groups[1] ?? groups[2])),
      })),
    )
  return found.toSorted((a, b) => a.index - b.index).map(({ claim }) => claim)
}

function isMeant({ within, unless }: Statement, sentence: string): boolean {
  return (within?.test(sentence) ?? true) && unless?.test(sentence) !== true
}

function guess(claim: string, value: number): NarrativeClaim {
  return { claim, value, isGuess: true }
}
