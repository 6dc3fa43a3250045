import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { assetVersion } from './asset-version.ts'
import { isCare } from './care.ts'
import { GovMeta, type MetaProps } from './gov-meta.tsx'
import { siteFacts } from './site-facts.ts'
import { common } from './words/common.ts'

type ShellProps = {
  c: Context<AppEnv>
  title: string
  meta: MetaProps
  className: string
  /** Kept out of search engines (forms, desk, refusals) */
  hidden?: boolean
  children?: Child
}

/** The document around every page (页面骨架): head, skip link, one stylesheet, one optional script. */
export function Shell({ c, title, meta, className, hidden, children }: ShellProps): JSX.Element {
  const { site } = c.var
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN" class={isCare(c) ? 'care' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <GovMeta site={siteFacts(c)} meta={meta} />
          {hidden === true ? <meta name="robots" content="noindex" /> : null}
          <link rel="stylesheet" href={`${site.to.asset('style.css')}?v=${assetVersion}`} />
          <link rel="icon" type="image/svg+xml" href={site.to.asset('favicon.svg')} />
          <link
            rel="alternate"
            type="application/rss+xml"
            title={site.agency.name}
            href={site.to.feed()}
          />
          <script src={`${site.to.asset('enhance.js')}?v=${assetVersion}`} defer></script>
        </head>
        <body class={className}>
          <a class="skip" href="#main">
            {common.skip}
          </a>
          {children}
        </body>
      </html>
    </>
  )
}
