import { itemLink, itemNote, type Feed } from './feed.ts'

/** Writes a feed as JSON Feed 1.1. */
export function jsonFeed({ title, description, home, self, author, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language: 'zh-CN',
    authors: [{ name: author }],
    items: items.map((item) => ({
      id: itemLink(item),
      url: itemLink(item),
      title: item.title,
      content_text: itemNote(item),
      date_published: item.publishedAt,
      authors: [{ name: item.issuer }],
      tags: [item.category, ...[item.theme, item.genre].filter((tag) => tag !== null)],
    })),
  })
}
