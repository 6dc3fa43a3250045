import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type SiteContacts, siteContacts } from '../../domain/catalog/site-contacts.ts'
import type { AppEnv } from '../app-env.ts'
import { kept } from './kept.ts'
import { asChild, markup, none, type Markup } from './markup.ts'
import { siteOwner } from './site-facts.ts'
import { common, footer } from './words/common.ts'

const findErrors = 'https://zfwzzc.www.gov.cn/'

/** The foot of a portal page (页脚) with the facts that a government site must show. */
export function SiteFooter({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency } = c.get('site')
  const contacts = c.get('parts').contacts.get(agency.id) ?? siteContacts(agency, null)
  // The guide may change while the fragment is kept, so the key holds what it tells.
  const key = `foot ${JSON.stringify(contacts)}`
  return <>{asChild(kept(agency, key, () => foot(c, contacts)))}</>
}

function foot(c: Context<AppEnv>, contacts: SiteContacts): Markup {
  const { to } = c.get('site')
  const { address, telephone, supervision } = contacts
  const owner = siteOwner(c)
  const facts = [
    fact(footer.organiser, owner.footer.organiser),
    fact(footer.address, address),
    fact(footer.contact, telephone),
    fact(footer.supervision, supervision),
    fact(footer.siteIdCode, owner.siteIdCode),
    fact(footer.icp, owner.footer.icp),
    fact(footer.police, owner.footer.policeFiling),
  ]
  return markup`<footer class="foot"><div class="wrap foot-inner"><dl class="foot-facts">${facts}</dl><ul class="foot-links"><li><a href="${findErrors}" rel="external noopener">${footer.findErrors}</a></li><li><a href="${to.siteMap()}">${common.siteMap}</a></li><li><a href="${to.help()}">${common.help}</a></li></ul></div></footer>`
}

function fact(label: string, value: string): Markup {
  return value === '' ? none : markup`<div><dt>${label}</dt><dd>${value}</dd></div>`
}
