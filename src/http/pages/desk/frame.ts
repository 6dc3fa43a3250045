import type { Context } from 'hono'
import type { Actor } from '../../../domain/shared/actor.ts'
import { may } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { deskTabs, type DeskTab } from '../../ui/desk-layout.tsx'

/** What every desk page is given besides its own: who works here and which tabs they may open. */
export type Frame = {
  c: Context<AppEnv>
  staff: Extract<Actor, { type: 'staff' }> | null
  tabs: readonly DeskTab[]
}

/** The frame of a desk page (工作台框架) for the actor of the request. */
export function frameOf(c: Context<AppEnv>): Frame {
  const { actor } = c.var.ctx
  return { c, staff: actor.type === 'staff' ? actor : null, tabs: tabsFor(actor) }
}

function tabsFor(actor: Actor): DeskTab[] {
  const open: Readonly<Record<DeskTab, boolean>> = {
    today: may(actor, 'item.list-desk') || may(actor, 'application.list'),
    cases: may(actor, 'application.list'),
    enter: may(actor, 'application.enter'),
    items: may(actor, 'item.list-desk'),
    norms: may(actor, 'norm.list'),
    letters: may(actor, 'letter.list'),
    catalog: may(actor, 'catalog.examine'),
    imports: may(actor, 'item.import') || may(actor, 'application.import'),
    clarifications: may(actor, 'clarification.list'),
    topics: may(actor, 'topic.list'),
    channels: may(actor, 'channel.list'),
    services: may(actor, 'power.list'),
    disputes: may(actor, 'dispute.list'),
    incidents: may(actor, 'incident.handle'),
    office: may(actor, 'office.show'),
    staff: may(actor, 'staff.manage'),
  }
  return deskTabs.filter((tab) => open[tab])
}
