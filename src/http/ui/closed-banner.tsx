import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { closureOf } from '../../domain/agency/closure.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { Notice } from './notice.tsx'
import { portal } from './words/portal.ts'

const words = portal.closed

/** Tells on every page of an agency that was merged away who took over (撤并提示). */
export function ClosedBanner({ c }: { c: Context<AppEnv> }): JSX.Element | null {
  const closure = closureOf(c.get('site').agency, localDateOf(c.get('parts').now()))
  if (closure === null) return null
  const { resolver } = c.get('parts')
  const successor = resolver.byId(closure.successor)
  const name = successor?.name ?? closure.successor
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.text.replace('{on}', closure.on).replace('{successor}', name)}</p>
      {successor === null ? null : (
        <p>
          <a href={`${resolver.originOf(successor)}/`}>{words.go}</a>
        </p>
      )}
    </Notice>
  )
}
