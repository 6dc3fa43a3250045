import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { assetVersion } from './asset-version.ts'
import { isCare } from './care.ts'
import { govMeta, type MetaProps } from './gov-meta.tsx'
import { asChild, attribute, markup, none } from './markup.ts'
import { siteFacts } from './site-facts.ts'
import { common } from './words/common.ts'

type ShellProps = {
  c: Context<AppEnv>
  title: string
  meta: MetaProps
  className: string
  /** Kept out of search engines (forms, desk, refusals) */
  hidden?: boolean
  /** One more optional script of these pages */
  script?: string
  children?: Child
}

const noIndex = markup`<meta name="robots" content="noindex"/>`

/** The document around every page (页面骨架): head, skip link, one stylesheet, optional scripts. */
export function Shell({
  c,
  title,
  meta,
  className,
  hidden,
  script,
  children,
}: ShellProps): JSX.Element {
  const { agency, to } = c.get('site')
  const asset = (name: string): string => `${to.asset(name)}?v=${assetVersion}`
  const more =
    script === undefined ? none : markup`<script src="${asset(script)}" defer=""></script>`
  const head = markup`<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title}</title>${govMeta(siteFacts(c), meta)}${hidden === true ? noIndex : none}<link rel="stylesheet" href="${asset('style.css')}"/><link rel="icon" type="image/svg+xml" href="${to.asset('favicon.svg')}"/><link rel="alternate" type="application/rss+xml" title="${agency.name}" href="${to.feed()}"/><script src="${asset('enhance.js')}" defer=""></script>${more}</head>`
  const start = markup`<html lang="zh-CN"${attribute('class', isCare(c) ? 'care' : null)}>${head}<body class="${className}"><a class="skip" href="#main">${common.skip}</a>`
  return (
    <>
      {raw('<!DOCTYPE html>')}
      {asChild(start)}
      {children}
      {raw('</body></html>')}
    </>
  )
}
