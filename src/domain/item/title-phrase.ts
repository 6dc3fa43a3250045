import { normalise } from './search-text.ts'

/** What titles are framed in: 关于印发《…》的通知. */
const frames =
  /关于|印发|转发|做好|开展|加强|进一步|[《》〈〉“”"，。、：；！？（）()\s]|的(?:通知|决定|意见|公告|公示|通报|通告|批复|函|方案|办法|请示|报告)/u
const shortest = 3
const longest = 24

/**
 * Phrases of titles that contain a text (标题中的常用词组): each title without its frame, the most
 * frequent first, at most `most`.
 */
export function titlePhrases(titles: readonly string[], text: string, most: number): string[] {
  const wanted = normalise(text).replaceAll('\n', '')
  const counts = new Map<string, number>()
  for (const title of titles) {
    for (const phrase of new Set(title.split(frames))) {
      const size = phrase.length
      if (size < shortest || size > longest || !normalise(phrase).includes(wanted)) continue
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([phrase]) => phrase)
    .filter((phrase) => normalise(phrase) !== wanted)
    .slice(0, most)
}
