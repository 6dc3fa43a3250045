import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { refusalSamples } from '../api/problem-schema.ts'
import type { Call, Reference } from '../api/read-reference.ts'
import { statusOf } from '../refusal.tsx'
import { Page } from '../ui/layout.tsx'
import { DataTable, type TableColumn } from '../ui/table.tsx'
import { apiWords as words, sharedAnswers } from '../ui/words/api.ts'
import { refusalWords } from '../ui/words/refusal.ts'

type Props = { c: Context<AppEnv>; reference: Reference }

/**
 * The API reference for people (接口说明): rules, every call with the way to its own page, the codes of errors. A
 * call's anchor stays where it was, so an address that names one still leads to it.
 */
export function ApiReferencePage({ c, reference }: Props): JSX.Element {
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
        <h2>{words.contents}</h2>
        <p>{words.contentsHint}</p>
      </div>
      <nav aria-label={words.contents}>
        <ul class="grid-list">
          {reference.map(({ name }, at) => (
            <li>
              <a href={`#${groupAnchor(at)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {reference.map(({ name, calls }, at) => (
        <section class="prose" id={groupAnchor(at)}>
          <h2>{name}</h2>
          <ul>
            {calls.map((call) => (
              <Line c={c} call={call} />
            ))}
          </ul>
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
    </Page>
  )
}

/** Anchor of a group of calls, by its place in the contents. */
export function groupAnchor(at: number): string {
  return `group-${at + 1}`
}

function Line({ c, call }: { c: Context<AppEnv>; call: Call }): JSX.Element {
  const { id, method, path, summary } = call
  return (
    <li id={id}>
      <a href={c.var.site.to.apiCall(id)}>{summary}</a>
      <br />
      <code>
        {method} {path}
      </code>
    </li>
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

/** A column of the reference's tables, by the name of its words. */
export function columnOf(name: string): TableColumn {
  const labels: Readonly<Record<string, string>> = words.columns
  return { label: labels[name] ?? name, kind: name === 'name' ? 'code' : 'text' }
}
