import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import type { Call, FoundCall } from '../api/read-reference.ts'
import type { FieldRow } from '../api/schema-rows.ts'
import { Page } from '../ui/layout.tsx'
import { DataTable } from '../ui/table.tsx'
import { apiWords as words } from '../ui/words/api.ts'
import { columnOf, groupAnchor } from './api-reference.tsx'

/** One call of the interface (接口): who may use it, its parameters, what it takes and what it answers. */
export function ApiCallPage({ c, found }: { c: Context<AppEnv>; found: FoundCall }): JSX.Element {
  const { call, group, at } = found
  const index = c.var.site.to.apiReference()
  return (
    <Page
      c={c}
      title={`${call.summary} - ${words.pageTitle}`}
      current={null}
      meta={{ level: 'home' }}
      breadcrumbs={[
        { label: words.pageTitle, href: index },
        { label: group, href: `${index}#${groupAnchor(at)}` },
        { label: `${call.method} ${call.path}` },
      ]}
    >
      <h1>{call.summary}</h1>
      <p>
        <code>
          {call.method} {call.path}
        </code>
      </p>
      <p>
        {words.accessLabel}：{words.access[call.access]}
      </p>
      <Details call={call} />
      <p>{words.sharedHint}</p>
      <Neighbours c={c} found={found} />
    </Page>
  )
}

function Details({ call: { parameters, body, answers } }: { call: Call }): JSX.Element {
  return (
    <>
      {parameters.length === 0 ? null : (
        <>
          <h2>{words.parameters}</h2>
          <DataTable
            caption={words.parameters}
            columns={['name', 'place', 'type', 'required', 'meaning'].map(columnOf)}
            rows={parameters.map((row) => ({
              cells: [
                <code>{row.name}</code>,
                placeOf(row.place),
                row.type,
                need(row),
                row.meaning,
              ],
            }))}
          />
        </>
      )}
      {body === null ? null : (
        <>
          <h2>
            {words.body}（{body.mediaTypes.join('、')}）
          </h2>
          <Fields caption={words.body} fields={body.fields} />
        </>
      )}
      {answers.map(({ status, description, mediaType, fields }) => (
        <>
          <h2>
            {words.answers} {status}：{description}
            {mediaType === null ? '' : `（${mediaType}）`}
          </h2>
          <Fields caption={`${words.answers} ${status}`} fields={fields} />
        </>
      ))}
    </>
  )
}

function Fields({
  caption,
  fields,
}: {
  caption: string
  fields: readonly FieldRow[]
}): JSX.Element {
  if (fields.length === 0) return <></>
  return (
    <DataTable
      caption={caption}
      columns={['name', 'type', 'required', 'meaning'].map(columnOf)}
      rows={fields.map((row) => ({
        cells: [<code>{row.name}</code>, row.type, need(row), row.meaning],
      }))}
    />
  )
}

function Neighbours({
  c,
  found: { before, after },
}: {
  c: Context<AppEnv>
  found: FoundCall
}): JSX.Element {
  const { to } = c.var.site
  return (
    <ul>
      {before === null ? null : (
        <li>
          {words.before}：<a href={to.apiCall(before.id)}>{before.summary}</a>
        </li>
      )}
      {after === null ? null : (
        <li>
          {words.after}：<a href={to.apiCall(after.id)}>{after.summary}</a>
        </li>
      )}
    </ul>
  )
}

function placeOf(place: string): string {
  const places: Readonly<Record<string, string>> = words.places
  return places[place] ?? place
}

function need(row: FieldRow): string {
  return words.needs[row.need]
}
