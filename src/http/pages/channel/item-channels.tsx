import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../usecases/item/show-item.ts'
import { channel, channelNames } from '../../ui/words/channel.ts'
import { labelOf } from '../label-of.ts'

/** Where else an item was made public (公开载体), on its page; nothing when only here. */
export function ItemChannelList({
  item,
}: {
  item: Pick<ItemView, 'channels'>
}): JSX.Element | null {
  if (item.channels.length === 0) return null
  return (
    <section class="article-section">
      <h2>{channel.onItem}</h2>
      <ul>
        {item.channels.map(({ channel: name, on, place }) => (
          <li>
            {[labelOf(channelNames, name), place, on].filter((part) => part !== null).join('，')}
          </li>
        ))}
      </ul>
    </section>
  )
}
