import { markup, type Markup } from '../../ui/markup.ts'

/** Heading of a panel with the way to all of it. */
export function panelHead(title: string, href: string, more: string): Markup {
  return markup`<div class="panel-head"><h2>${title}</h2><a href="${href}" aria-label="${title}：${more}">${more}</a></div>`
}
