import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { looking as words } from '../../ui/words/looking.ts'
import { office } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { minuteOf } from './figure-view.tsx'
import { type LookingPart, LookingSwitch } from './looking-switch.tsx'

/** The frame of a way of looking at the figures of an office: heading, switches, cut-off. */
export function LookingPage(props: {
  frame: Frame
  part: LookingPart
  period: string
  oldest: number | null
  children?: Child
}): JSX.Element {
  const { frame, part, period, oldest, children } = props
  const title = `${office.deskTitle}：${words[part]}`
  return (
    <DeskPage {...frame} title={title} current="office">
      <h1>{title}</h1>
      <FigureSwitch frame={frame} part="statistics" />
      <LookingSwitch c={frame.c} part={part} period={period} />
      {children}
      {oldest === null ? null : (
        <p class="c-note">
          {words.asOf} {minuteOf(oldest)}
        </p>
      )}
    </DeskPage>
  )
}
