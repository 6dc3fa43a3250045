import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../app-env.ts'
import { Notice } from '../../ui/notice.tsx'
import { clarification } from '../../ui/words/clarification.ts'

/** Says on an item's page that something untrue is told about it (澄清提示), and where the facts are. */
export function ClarificationNotice(props: {
  c: Context<AppEnv>
  item: Pick<ItemView, 'clarifications'>
}): JSX.Element | null {
  const { c, item } = props
  const { to } = c.var.site
  if (item.clarifications.length === 0) return null
  return (
    <Notice tone="warning" title={clarification.noticeTitle}>
      <ul class="notice-list">
        {item.clarifications.map(({ id, claim, publishedAt }) => (
          <li>
            {clarification.untrue}：“{claim}”（{publishedAt.slice(0, 10)}）
            <a href={to.clarification(id)}>{clarification.noticeRead}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
