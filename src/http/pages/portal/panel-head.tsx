import type { JSX } from 'hono/jsx/jsx-runtime'

/** Heading of a panel with the way to all of it. */
export function PanelHead(props: { title: string; href: string; more: string }): JSX.Element {
  return (
    <div class="panel-head">
      <h2>{props.title}</h2>
      <a href={props.href} aria-label={`${props.title}：${props.more}`}>
        {props.more}
      </a>
    </div>
  )
}
