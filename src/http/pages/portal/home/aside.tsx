import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Home } from '../../../../usecases/item/home.ts'
import type { AppEnv } from '../../../app-env.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { asChild, markup, type Markup } from '../../../ui/markup.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { portal } from '../../../ui/words/portal.ts'
import { placesPanel } from '../finding/more-places.ts'
import { panelHead } from '../panel-head.ts'

const words = portal.home
/** Beside the newest items: figures, whom to ask, other places. */
export function HomeAside({ c, home }: { c: Context<AppEnv>; home: Home }): JSX.Element {
  const { to } = c.get('site')
  const { contact } = home
  const { published, publishedThisYear } = home.counts
  return (
    <div>
      {asChild(
        markup`<section class="panel">${panelHead(words.figures, to.statistics(), words.allFigures)}<dl class="figures">${count(words.published, published)}${count(words.thisYear, publishedThisYear)}</dl></section>`,
      )}
      <section class="panel">
        {asChild(panelHead(words.contact, to.guide(), words.more))}
        <p class="panel-name">{contact.body}</p>
        <SummaryList
          stacked
          rows={[
            { label: words.telephone, value: contact.telephone },
            { label: words.hours, value: contact.hours },
            { label: words.address, value: contact.address },
          ]}
        />
      </section>
      {asChild(placesPanel(c))}
    </div>
  )
}

function count(label: string, n: number): Markup {
  return markup`<div><dt>${label}</dt><dd>${figure(n)}<small>${words.pieces}</small></dd></div>`
}
