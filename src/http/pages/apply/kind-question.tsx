import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { applyKinds as words } from '../../ui/words/apply-kinds.ts'

/**
 * Asks first whether it is information that is wanted, or a consultation, complaint, report or
 * petition (条例第39条): each is answered by a link, and the form stands below whatever is chosen.
 */
export function KindQuestion({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const { telephone, supervision } = agency.guide
  const facts = { telephone, body: supervision.body, supervision: supervision.telephone }
  const rows = [
    { ...words.information, href: '#application' },
    { ...words.consultation, href: to.guide() },
    { ...words.complaint, href: to.guide() },
    { ...words.report, href: 'tel:12345' },
    { ...words.petition, href: 'https://wsxf.gjxfj.gov.cn/' },
  ]
  return (
    <section class="panel" aria-labelledby="kind-question">
      <h2 id="kind-question">{words.question}</h2>
      <ul class="notice-list">
        {rows.map(({ what, where, href }) => (
          <li>
            {what}
            <a href={href}>
              {where
                .replace('{telephone}', facts.telephone)
                .replace('{body}', facts.body)
                .replace('{supervision}', facts.supervision)}
            </a>
          </li>
        ))}
      </ul>
      <p class="field-hint">{words.free}</p>
    </section>
  )
}
