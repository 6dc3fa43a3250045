import type { ItemRow } from '../../usecases/item/item-view.ts'
import { xmlText } from '../xml.ts'
import { itemLink, itemNote, type Feed } from './feed.ts'

/** A feed without entries was last changed before anything was published. */
const neverChanged = '1970-01-01T08:00:00+08:00'

/** Writes a feed as Atom (RFC 4287); it changed when its newest entry was published. */
export function atomFeed({ title, description, home, self, author, items }: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${xmlText(title)}</title><subtitle>${xmlText(description)}</subtitle>
<id>${xmlText(self)}</id><updated>${items[0]?.publishedAt ?? neverChanged}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(home)}"/>
<author><name>${xmlText(author)}</name></author>
${items.map(entry).join('\n')}
</feed>
`
}

function entry(item: ItemRow): string {
  const link = xmlText(itemLink(item))
  return `<entry><title>${xmlText(item.title)}</title><id>${link}</id>
<link rel="alternate" type="text/html" href="${link}"/>
<published>${item.publishedAt}</published><updated>${item.publishedAt}</updated>
<author><name>${xmlText(item.issuer)}</name></author><category term="${xmlText(item.category)}"/>
<summary>${xmlText(itemNote(item))}</summary></entry>`
}
