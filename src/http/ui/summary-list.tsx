import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { asChild, attribute, markup, type Markup } from './markup.ts'

const end: Markup = { markup: '</dd></div>' }

/** A fact with its name. */
export type SummaryRow = {
  label: string
  value: Child
  /** A line of its own where pairs stand side by side */
  wide?: boolean | undefined
  /** Said again nearby, left out on phones */
  repeat?: boolean | undefined
}

/** Names and facts (要素表): one beside the other; `paired` sets two pairs to a line. */
export function SummaryList({
  rows,
  paired,
  stacked,
}: {
  rows: readonly SummaryRow[]
  paired?: boolean | undefined
  /** Names above facts, for narrow places */
  stacked?: boolean | undefined
}): JSX.Element {
  return (
    <dl class={classOf(paired === true, stacked === true)}>
      {rows.map((row) => [startOf(row), row.value, asChild(end)])}
    </dl>
  )
}

function startOf({ label, wide, repeat }: SummaryRow): Child {
  const name = attribute('class', rowClass(wide === true, repeat === true))
  return asChild(markup`<div${name}><dt>${label}</dt><dd>`)
}

function classOf(paired: boolean, stacked: boolean): string {
  if (paired) return 'facts facts-paired'
  return stacked ? 'facts facts-stacked' : 'facts'
}

function rowClass(wide: boolean, repeat: boolean): string | undefined {
  if (repeat) return 'facts-wide facts-repeat'
  return wide ? 'facts-wide' : undefined
}
