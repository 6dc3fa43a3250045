import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Refusal } from '../../domain/shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { Page } from '../ui/layout.tsx'
import { Form, TextField } from '../ui/form.tsx'
import { accountWords } from '../ui/words/account.ts'
import { common } from '../ui/words/common.ts'
import { portal } from '../ui/words/portal.ts'
import { refusalWords } from '../ui/words/refusal.ts'
import { pageMeta } from './portal/catalog/columns.ts'

const words = portal.refusal

/** The page for a refusal that has no form to return to: what happened and where to go on. */
export function RefusalPage({ c, refusal }: { c: Context<AppEnv>; refusal: Refusal }): JSX.Element {
  const { title, detail } = refusalWords(refusal)
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={title}
      current={null}
      meta={{ level: 'list', column: pageMeta(title, title) }}
      hidden
    >
      <div class="panel refusal">
        <h1>{title}</h1>
        <Ended refusal={refusal} />
        <p>{detail}</p>
        <EndedOn c={c} refusal={refusal} />
        {refusal.code === 'agency-closed' ? <Successor c={c} id={refusal.successor} /> : null}
        {refusal.code === 'second-factor-required' ? <TurnOn c={c} /> : null}
        {isLost(refusal) ? <SearchAgain c={c} /> : null}
        <p class="submit">
          <a class="button-line" href={to.home()}>
            {words.home}
          </a>
          <a class="button-line" href={to.catalog()}>
            {words.catalog}
          </a>
        </p>
        <p class="request-id">
          {words.requestId}：{c.var.requestId}
        </p>
      </div>
    </Page>
  )
}

/** The title of what stood here, where it may still be told. */
function Ended({ refusal }: { refusal: Refusal }): JSX.Element | null {
  if (refusal.code !== 'withdrawn' && refusal.code !== 'replaced') return null
  return (
    <p>
      <strong>{refusal.title}</strong>
    </p>
  )
}

/** The way to the agency that took over (承接机关). */
function Successor({ c, id }: { c: Context<AppEnv>; id: string }): JSX.Element | null {
  const { resolver } = c.var.parts
  const agency = resolver.byId(id)
  if (agency === null) return null
  return (
    <p>
      <a class="button" href={`${resolver.originOf(agency)}/`}>{`${words.goTo}${agency.name}`}</a>
    </p>
  )
}

/** The way to turn a second factor on (开通动态口令). */
function TurnOn({ c }: { c: Context<AppEnv> }): JSX.Element {
  return (
    <p>
      <a class="button" href={c.var.site.to.secondFactor()}>
        {accountWords.turnOn}
      </a>
    </p>
  )
}

function EndedOn({ c, refusal }: { c: Context<AppEnv>; refusal: Refusal }): JSX.Element | null {
  switch (refusal.code) {
    case 'withdrawn':
      return (
        <p>
          {words.withdrawnOn}：<time datetime={refusal.withdrawnOn}>{refusal.withdrawnOn}</time>
        </p>
      )
    case 'replaced':
      return (
        <p>
          {words.replacedOn}：<time datetime={refusal.replacedOn}>{refusal.replacedOn}</time>{' '}
          <a href={c.var.site.to.item(refusal.by)}>{words.successor}</a>
        </p>
      )
    case 'merged':
      return <a href={c.var.site.to.item(refusal.into)}>{words.successor}</a>
    default:
      return null
  }
}

function SearchAgain({ c }: { c: Context<AppEnv> }): JSX.Element {
  return (
    <Form action={c.var.site.to.search()} method="get" className="form again">
      <TextField id="again-q" name="q" label={words.search} type="search" maxlength={100} />
      <button type="submit" class="button">
        {common.searchButton}
      </button>
    </Form>
  )
}

function isLost({ code }: Refusal): boolean {
  return code === 'not-found' || code === 'withdrawn' || code === 'gone' || code === 'display-over'
}
