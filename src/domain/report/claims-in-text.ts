import type { NarrativeClaim } from './types.ts'

/** Sentences that state a figure of the tables, and the words by which the checker knows it. */
const sentences: readonly { claim: string; pattern: RegExp }[] = [
  {
    claim: '受理政府信息公开申请',
    pattern:
      /(?:受理|收到|接收|新收)[^\d。；;，,]{0,8}(?:政府)?信息公开申请[^\d。；;，,]{0,6}(\d+)件/g,
  },
  { claim: '上年结转', pattern: /上年度?结转[^\d。；;，,]{0,12}(\d+)件/g },
  { claim: '结转下年度', pattern: /结转[至到]?(?:下|次)一?年度?[^\d。；;，,]{0,8}(\d+)件/g },
  { claim: '予以公开', pattern: /(?<![不分])予以公开(\d+)件/g },
  { claim: '部分公开', pattern: /(?<![及和、与])部分公开(\d+)件/g },
  { claim: '不予公开', pattern: /不予公开(\d+)件/g },
  { claim: '无法提供', pattern: /无法提供(\d+)件/g },
  { claim: '不予处理', pattern: /不予处理(\d+)件/g },
]

/** Longest text that is read for figures. */
const longest = 100_000

/**
 * Finds in the text of a report the figures that its tables hold too (正文取数). What a sentence says of
 * another body than the report's own is left out; each claim is only a guess at what was meant.
 */
export function claimsInText(text: string): NarrativeClaim[] {
  const plain = text
    .slice(0, longest)
    .normalize('NFKC')
    .replaceAll(/[^\S\n]/g, '')
  return plain
    .split(/[。\n]/)
    .filter((sentence) => !/办公室|代表|下级|其中|较上年|同比/.test(sentence))
    .flatMap((sentence) =>
      sentences.flatMap(({ claim, pattern }) =>
        [...sentence.matchAll(pattern)].map(([, figure]) => ({
          claim,
          value: Number(figure),
          isGuess: true,
        })),
      ),
    )
    .slice(0, 100)
}
