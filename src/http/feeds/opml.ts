import { xmlText } from '../xml.ts'

/** Writes a list of feeds that a reader of feeds takes in at once (OPML 2.0). */
export function opml(
  title: string,
  feeds: readonly { name: string; feed: string; page: string }[],
): string {
  const outlines = feeds.map(
    ({ name, feed, page }) =>
      `<outline type="rss" text="${xmlText(name)}" title="${xmlText(name)}" xmlUrl="${xmlText(feed)}" htmlUrl="${xmlText(page)}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>${xmlText(title)}</title></head><body>
${outlines.join('\n')}
</body></opml>
`
}
