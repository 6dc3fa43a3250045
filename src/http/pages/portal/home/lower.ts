import type { Context } from 'hono'
import type { AppEnv } from '../../../app-env.ts'
import { markup, none, type Markup } from '../../../ui/markup.ts'
import { portal } from '../../../ui/words/portal.ts'
import { panelHead } from '../panel-head.ts'

const words = portal.home
/** Two lines of six on a wide screen. */
const most = 12

/** The agencies right below (下级机关), the first ones by name, with the way to all of them. */
export function lowerAgencies(c: Context<AppEnv>): Markup {
  const { agency, to } = c.get('site')
  const { resolver } = c.get('parts')
  const lower = c.get('region').agencies.filter(({ parentId }) => parentId === agency.id)
  if (lower.length === 0) return none
  const links = lower
    .slice(0, most)
    .map((one) => markup`<li><a href="${resolver.originOf(one)}/">${one.shortName}</a></li>`)
  const head = panelHead(words.lower, to.agencies(), words.allLower)
  return markup`<section class="panel">${head}<ul class="grid-list grid-six">${links}</ul></section>`
}
