import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { channel } from '../../../ui/words/channel.ts'
import { itemStateLabels, itemWords as words } from '../../../ui/words/item.ts'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import type { StepNotice } from '../step-answer.ts'
import { StepOutcome } from '../step-outcome.tsx'
import { ItemActions } from './actions.tsx'
import { FactsPanel, FilesPanel, TextPanel } from './facts.tsx'
import {
  ConsultationsPanel,
  EditionsPanel,
  FindingsPanel,
  HistoryPanel,
  ReviewsPanel,
} from './panels.tsx'
import { DueTag } from './items-page.tsx'

/** What an item's page at the desk shows besides the item itself. */
export type ItemPageProps = {
  frame: Frame
  item: DeskItem
  today: string
  attempt: Attempt | null
  notice: StepNotice | null
}

/** An item with its reviews, editions and the steps that are open to this person (稿件). */
export function DeskItemPage(props: ItemPageProps): JSX.Element {
  const { frame, item, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={item.title}
      current="items"
      breadcrumbs={[
        { label: words.items, href: to.deskItems() },
        { label: itemStateLabels[item.state] },
      ]}
      aside={<ItemActions {...props} />}
    >
      <h1>{item.title}</h1>
      <p class="tags">
        <Tag tone={item.isLive ? 'green' : 'blue'}>{itemStateLabels[item.state]}</Tag>
        {item.due === null ? null : <DueTag due={item.due} />}
        <span>{words.edition.replace('{n}', String(item.edition))}</span>
        <span>
          {item.isLive ? <a href={to.item(item.id)}>{words.publicPage}</a> : words.notLive}
        </span>
        {item.isLive ? <a href={to.itemChannels(item.id)}>{channel.ofItem}</a> : null}
        <a class="to-acts" href="#acts">
          {words.act}
        </a>
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      {item.remark === null ? null : (
        <Notice tone="warning" title={words.returnedFor}>
          <p>{item.remark}</p>
        </Notice>
      )}
      <FindingsPanel item={item} />
      <TextPanel frame={frame} item={item} />
      <FilesPanel frame={frame} item={item} attempt={attempt} />
      <FactsPanel frame={frame} item={item} />
      <ConsultationsPanel frame={frame} item={item} />
      <ReviewsPanel item={item} />
      <EditionsPanel frame={frame} item={item} />
      <HistoryPanel item={item} />
    </DeskPage>
  )
}
