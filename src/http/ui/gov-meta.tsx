import type { ColumnType } from '../../domain/catalog/column-types.data.ts'
import { markup, none, type Markup } from './markup.ts'

/** What a column tells harvesters about itself (栏目页元标签). */
export type ColumnMeta = {
  name: string
  description: string
  keywords: readonly string[]
  type: ColumnType
}

/** What an article tells them (内容页元标签); `publishedAt` is RFC 3339 in +08:00. */
export type ArticleMeta = { title: string; publishedAt: string; source: string }

/** Which of the three levels of tags a page carries: 3 on home, 7 on lists, 10 on articles. */
export type MetaProps =
  | { level: 'home' }
  | { level: 'list'; column: ColumnMeta }
  | { level: 'article'; column: ColumnMeta; article: ArticleMeta }

/** Name, domain and 标识码 of the site that a page belongs to. */
export type SiteFacts = { siteName: string; siteDomain: string; siteIdCode: string }

/** The mandated tags (《网页设计规范》): site on every page, column on lists, article on articles. */
export function govMeta(site: SiteFacts, meta: MetaProps): Markup {
  return markup`${tag('SiteName', site.siteName)}${tag('SiteDomain', site.siteDomain)}${tag('SiteIDCode', site.siteIdCode)}${meta.level === 'home' ? none : columnTags(meta.column)}${meta.level === 'article' ? articleTags(meta.article) : none}`
}

function columnTags({ name, description, keywords, type }: ColumnMeta): Markup {
  return markup`${tag('ColumnName', name)}${tag('ColumnDescription', description)}${tag('ColumnKeywords', keywords.join(','))}${tag('ColumnType', type)}`
}

function articleTags({ title, publishedAt, source }: ArticleMeta): Markup {
  return markup`${tag('ArticleTitle', title)}${tag('PubDate', minuteOf(publishedAt))}${tag('ContentSource', source)}`
}

function tag(name: string, content: string): Markup {
  return markup`<meta name="${name}" content="${content}"/>`
}

/** Shortens an RFC 3339 instant of +08:00 to the `YYYY-MM-DD HH:MM` that pages and tags show. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
}
