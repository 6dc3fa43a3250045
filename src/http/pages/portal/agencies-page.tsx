import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { portal } from '../../ui/words/portal.ts'
import { pageMeta } from './catalog/columns.ts'

const words = portal.agencies

type Children = ReadonlyMap<string, readonly Agency[]>

/** The agencies below this one (机关名单) as a tree that opens without JavaScript. */
export function AgenciesPage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency } = c.get('site')
  const children = childrenOf(c.get('region').agencies)
  const below = children.get(agency.id) ?? []
  return (
    <Page
      c={c}
      title={words.title}
      current={null}
      meta={{ level: 'list', column: pageMeta(words.title, words.description, '机构职能') }}
    >
      <h1>{words.title}</h1>
      {below.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneHint}</p>
        </EmptyState>
      ) : (
        <div class="panel agencies">
          <p class="lead lead-first">{words.lead}</p>
          <Branch c={c} below={below} lower={children} />
        </div>
      )}
    </Page>
  )
}

function Branch(props: {
  c: Context<AppEnv>
  below: readonly Agency[]
  lower: Children
}): JSX.Element {
  const { c, below, lower } = props
  const { resolver } = c.get('parts')
  const leaves = below.filter(({ id }) => !lower.has(id))
  const nodes = below.filter(({ id }) => lower.has(id))
  return (
    <>
      {nodes.map((node) => {
        const under = lower.get(node.id) ?? []
        return (
          <div class="agency-node">
            <p>
              <a href={`${resolver.originOf(node)}/`}>{node.name}</a>
            </p>
            <details class="details">
              <summary>
                <span class="away">{node.name}：</span>
                {words.open}（{String(under.length)} {words.unit}）
              </summary>
              <div class="details-body">
                <Branch c={c} below={under} lower={lower} />
              </div>
            </details>
          </div>
        )
      })}
      {leaves.length === 0 ? null : (
        <ul class="grid-list">
          {leaves.map((leaf) => (
            <li>
              <a href={`${resolver.originOf(leaf)}/`}>{leaf.name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function childrenOf(agencies: readonly Agency[]): Children {
  const children = new Map<string, Agency[]>()
  for (const agency of agencies) {
    if (agency.parentId === null) continue
    const known = children.get(agency.parentId)
    if (known === undefined) children.set(agency.parentId, [agency])
    else known.push(agency)
  }
  return children
}
