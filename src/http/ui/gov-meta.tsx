import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ColumnType } from '../../domain/catalog/column-types.data.ts'

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
export function GovMeta({ site, meta }: { site: SiteFacts; meta: MetaProps }): JSX.Element {
  return (
    <>
      <meta name="SiteName" content={site.siteName} />
      <meta name="SiteDomain" content={site.siteDomain} />
      <meta name="SiteIDCode" content={site.siteIdCode} />
      {meta.level === 'home' ? null : <ColumnTags column={meta.column} />}
      {meta.level === 'article' ? <ArticleTags article={meta.article} /> : null}
    </>
  )
}

function ColumnTags({ column }: { column: ColumnMeta }): JSX.Element {
  return (
    <>
      <meta name="ColumnName" content={column.name} />
      <meta name="ColumnDescription" content={column.description} />
      <meta name="ColumnKeywords" content={column.keywords.join(',')} />
      <meta name="ColumnType" content={column.type} />
    </>
  )
}

function ArticleTags({ article }: { article: ArticleMeta }): JSX.Element {
  return (
    <>
      <meta name="ArticleTitle" content={article.title} />
      <meta name="PubDate" content={minuteOf(article.publishedAt)} />
      <meta name="ContentSource" content={article.source} />
    </>
  )
}

/** Shortens an RFC 3339 instant of +08:00 to the `YYYY-MM-DD HH:MM` that pages and tags show. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
}
