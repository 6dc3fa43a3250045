import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { siteOwner } from './site-facts.ts'
import { common, footer } from './words/common.ts'

const findErrors = 'https://zfwzzc.www.gov.cn/'

/** The foot of a portal page (页脚) with the facts that a government site must show. */
export function SiteFooter({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const owner = siteOwner(c)
  return (
    <footer class="foot">
      <div class="wrap foot-inner">
        <dl class="foot-facts">
          <Fact label={footer.organiser} value={owner.footer.organiser} />
          <Fact label={footer.address} value={agency.guide.address} />
          <Fact label={footer.contact} value={agency.guide.telephone} />
          <Fact label={footer.supervision} value={agency.guide.supervision.telephone} />
          <Fact label={footer.siteIdCode} value={owner.siteIdCode} />
          <Fact label={footer.icp} value={owner.footer.icp} />
          <Fact label={footer.police} value={owner.footer.policeFiling} />
        </dl>
        <ul class="foot-links">
          <li>
            <a href={findErrors} rel="external noopener">
              {footer.findErrors}
            </a>
          </li>
          <li>
            <a href={to.siteMap()}>{common.siteMap}</a>
          </li>
          <li>
            <a href={to.help()}>{common.help}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}

function Fact({ label, value }: { label: string; value: string }): JSX.Element | null {
  if (value === '') return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
