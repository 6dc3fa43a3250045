import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { siteOwner } from '../../ui/site-facts.ts'
import { portal } from '../../ui/words/portal.ts'
import { pageMeta } from './catalog/columns.ts'

const words = portal.leave

/** What stands between the portal and another site (离站提示); null is an address nobody may follow. */
export function LeavePage({ c, target }: { c: Context<AppEnv>; target: URL | null }): JSX.Element {
  const { to } = c.get('site')
  const title = target === null ? words.bad : words.title
  return (
    <Page
      c={c}
      title={title}
      current={null}
      meta={{ level: 'list', column: pageMeta(words.title, words.title) }}
      hidden
    >
      <h1>{title}</h1>
      {target === null ? (
        <Notice tone="error">
          <p>{words.badHint}</p>
        </Notice>
      ) : (
        <div class="panel prose">
          <p>{words.question.replace('{site}', siteOwner(c).name)}</p>
          <p>
            {words.target}：<strong class="address">{target.href}</strong>
          </p>
        </div>
      )}
      <p class="submit">
        {target === null ? null : (
          <a class="button" href={target.href} rel="external noopener noreferrer nofollow">
            {words.go}
          </a>
        )}
        <a class="button-line" href={to.home()}>
          {words.stay}
        </a>
      </p>
    </Page>
  )
}
