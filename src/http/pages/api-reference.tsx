import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { refusalSamples } from '../api/problem-schema.ts'
import type { Call, Reference } from '../api/read-reference.ts'
import type { FieldRow } from '../api/schema-rows.ts'
import { statusOf } from '../refusal.tsx'
import { written } from '../ui/kept.ts'
import { Page } from '../ui/layout.tsx'
import { asChild, type Markup } from '../ui/markup.ts'
import { DataTable, type TableColumn } from '../ui/table.tsx'
import { apiWords as words, sharedAnswers } from '../ui/words/api.ts'
import { refusalWords } from '../ui/words/refusal.ts'

/** The API reference for people (接口说明): rules, every call with its fields, the codes of errors; `calls` from {@link callsMarkup}. */
export function ApiReferencePage({ c, calls }: { c: Context<AppEnv>; calls: Markup }): JSX.Element {
  const { to } = c.var.site
  return (
    <Page c={c} title={words.pageTitle} current={null} meta={{ level: 'home' }}>
      <h1>{words.pageTitle}</h1>
      <p class="lead">{words.lead}</p>
      <div class="prose">
        <p>
          <a href={`${to.apiReference()}/openapi.json`}>{words.machine}</a>
        </p>
        <h2>{words.rulesHeading}</h2>
        {words.about.map((text) => (
          <p>{text}</p>
        ))}
      </div>
      {asChild(calls)}
    </Page>
  )
}

/** Writes contents, calls and codes out once: they are a megabyte and the same at every agency. */
export function callsMarkup(reference: Reference): Markup {
  return written(
    <>
      <div class="prose">
        <h2>{words.contents}</h2>
        <ul>
          {reference.map(({ name, calls }) => (
            <li>
              <a href={`#${calls[0]?.id ?? ''}`}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
      {reference.map(({ name, calls }) => (
        <section>
          <h2>{name}</h2>
          {calls.map((call) => (
            <CallSection call={call} />
          ))}
        </section>
      ))}
      <h2>{words.sharedHeading}</h2>
      <DataTable
        caption={words.sharedHeading}
        columns={['status', 'meaning'].map(columnOf)}
        rows={Object.entries(sharedAnswers).map((cells) => ({ cells }))}
      />
      <h2>{words.problemsHeading}</h2>
      <Problems />
    </>,
  )
}

function CallSection({ call }: { call: Call }): JSX.Element {
  const { id, method, path, summary, access, parameters, body, answers } = call
  return (
    <section class="panel" id={id}>
      <h3>{summary}</h3>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>
        {words.accessLabel}：{words.access[access]}
      </p>
      {parameters.length === 0 ? null : (
        <DataTable
          caption={`${summary}：${words.parameters}`}
          columns={['name', 'place', 'type', 'required', 'meaning'].map(columnOf)}
          rows={parameters.map((row) => ({
            cells: [<code>{row.name}</code>, placeOf(row.place), row.type, need(row), row.meaning],
          }))}
        />
      )}
      {body === null ? null : (
        <>
          <h4>
            {words.body}（{body.mediaTypes.join('、')}）
          </h4>
          <Fields caption={`${summary}：${words.body}`} fields={body.fields} />
        </>
      )}
      {answers.map(({ status, description, mediaType, fields }) => (
        <>
          <h4>
            {words.answers} {status}：{description}
            {mediaType === null ? '' : `（${mediaType}）`}
          </h4>
          <Fields caption={`${summary}：${status}`} fields={fields} />
        </>
      ))}
    </section>
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

function Problems(): JSX.Element {
  return (
    <DataTable
      caption={words.problemsHeading}
      columns={['code', 'status', 'meaning'].map(columnOf)}
      rows={refusalSamples.map((refusal) => ({
        cells: [<code>{refusal.code}</code>, statusOf(refusal), refusalWords(refusal).title],
      }))}
    />
  )
}

function columnOf(name: string): TableColumn {
  const labels: Readonly<Record<string, string>> = words.columns
  return { label: labels[name] ?? name, kind: name === 'name' ? 'code' : 'text' }
}

function placeOf(place: string): string {
  const places: Readonly<Record<string, string>> = words.places
  return places[place] ?? place
}

function need(row: FieldRow): string {
  return words.needs[row.need]
}
