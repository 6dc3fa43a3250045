import type { Context } from 'hono'
import { mattersFor } from '../../../../domain/catalog/standard-scope.ts'
import type { AppEnv } from '../../../app-env.ts'
import { markup, type Markup } from '../../../ui/markup.ts'
import { clarification } from '../../../ui/words/clarification.ts'
import { institution } from '../../../ui/words/institution.ts'
import { norm } from '../../../ui/words/norm.ts'
import { portal } from '../../../ui/words/portal.ts'
import { service } from '../../../ui/words/power.ts'
import { standard } from '../../../ui/words/standard.ts'
import { topic } from '../../../ui/words/topic.ts'

/** Pages that stand beside the fixed blocks (常用栏目), as far as the agency has them. */
export function placesOf(c: Context<AppEnv>): { label: string; href: string }[] {
  const { agency, to } = c.get('site')
  return [
    { label: institution.title, href: to.institution() },
    ...(mattersFor(agency).length === 0
      ? []
      : [{ label: standard.short, href: to.standardCatalog() }]),
    { label: norm.publicShort, href: to.norms() },
    { label: service.services, href: to.services() },
    { label: service.powers, href: to.powers() },
    { label: portal.procedure.title, href: to.procedure() },
    { label: clarification.title, href: to.clarifications() },
    { label: topic.title, href: to.topics() },
  ]
}

/** The same as a panel beside the content. */
export function placesPanel(c: Context<AppEnv>): Markup {
  const links = placesOf(c).map(
    ({ label, href }) => markup`<li><a href="${href}">${label}</a></li>`,
  )
  return markup`<section class="panel"><h2>${portal.places}</h2><ul class="grid-list grid-two">${links}</ul></section>`
}
