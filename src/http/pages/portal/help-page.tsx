import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { isCare } from '../../ui/care.ts'
import { Page } from '../../ui/layout.tsx'
import { helpSections, helpWords } from '../../ui/words/help.ts'
import { pageMeta } from './catalog/columns.ts'
import { ProseSection } from './prose.tsx'

/** How the portal is used by keyboard, by ear, in large type and on paper (无障碍说明). */
export function HelpPage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.get('site')
  const care = isCare(c)
  return (
    <Page
      c={c}
      title={helpWords.title}
      current={null}
      meta={{ level: 'list', column: pageMeta(helpWords.title, helpWords.description, '概况信息') }}
    >
      <h1>{helpWords.title}</h1>
      <div class="panel prose">
        {helpSections.map((section) => (
          <ProseSection section={section} />
        ))}
        <p>
          <a class="button" href={to.care(!care, to.help())} rel="nofollow">
            {care ? helpWords.careOff : helpWords.careOn}
          </a>
        </p>
      </div>
    </Page>
  )
}
