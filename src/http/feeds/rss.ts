import { rssText } from '../rss.ts'
import { itemLink, itemNote, type Feed } from './feed.ts'

/** Writes a feed of items as RSS 2.0. */
export function rssFeed({ title, description, home, self, items }: Feed): string {
  return rssText({
    title,
    description,
    link: home,
    self,
    entries: items.map((item) => ({
      title: item.title,
      link: itemLink(item),
      at: item.publishedAt,
      category: item.category,
      about: itemNote(item),
    })),
  })
}
