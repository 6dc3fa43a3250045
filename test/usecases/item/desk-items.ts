import type { Actor, Role } from '../../../src/domain/shared/actor.ts'
import { reviewChecks } from '../../../src/domain/item/review.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { actOnItem } from '../../../src/usecases/item/act-on-item.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'
import { editItem } from '../../../src/usecases/item/edit-item.ts'
import type { DeskItem } from '../../../src/usecases/item/show-desk-item.ts'
import type { House } from '../../support/house.ts'

/** A person of an agency: who is told apart by the id, whatever the roles. */
export function person(id: string, ...roles: Role[]): Actor {
  return { type: 'staff', id, name: id, roles, sessionId: 'test' }
}

/** The people of a desk of four. */
export const people = {
  author: person('p-author', 'information-officer'),
  first: person('p-first', 'first-reviewer'),
  final: person('p-final', 'final-reviewer'),
  head: person('p-head', 'head'),
} as const

/** Everything Art. 12 asks for, so that a draft may leave its author. */
export const complete = {
  title: '关于做好秋季农田水利工作的通知',
  docNumber: '试政发〔2026〕8号',
  summary: '安排秋季农田水利建设任务。',
  writtenOn: '2026-11-02',
  category: 'normative-documents',
  unit: '办公室',
  attribute: 'proactive',
  body: '各村：\n一、总体要求\n抓紧组织实施，确保灌溉用水。\n二、工作安排\n十二月底前完成清淤。',
} as const

/** A desk that acts as one person after another on one item. */
export type DeskHand = {
  draft(parts?: Record<string, unknown>): Promise<DeskItem>
  edit(id: string, raw: Record<string, unknown>, who?: Actor): Promise<Result<DeskItem>>
  act(
    id: string,
    action: string,
    who: Actor,
    raw?: Record<string, unknown>,
  ): Promise<Result<DeskItem>>
  /** Through both reviews up to 待发布. */
  approve(id: string): Promise<DeskItem>
  /** Drafts, reviews and publishes. */
  publish(parts?: Record<string, unknown>): Promise<DeskItem>
}

/** Everything a reviewer has to tick. */
export const ticked: { checks: readonly string[] } = { checks: reviewChecks }

/** The desk of an agency at an instant. */
export function deskOf(house: House, agency: string, at: string): DeskHand {
  const must = (result: Result<DeskItem>): DeskItem => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value
  }
  const hand: DeskHand = {
    async draft(parts = {}) {
      const ctx = await house.ctx(agency, people.author, at)
      const today = at.slice(0, 10)
      const writtenOn = today < complete.writtenOn ? today : complete.writtenOn
      return must(await draftItem(ctx, { ...complete, writtenOn, ...parts }))
    },
    async edit(id, raw, who = people.author) {
      return editItem(await house.ctx(agency, who, at), id, raw)
    },
    async act(id, action, who, raw = {}) {
      return actOnItem(await house.ctx(agency, who, at), house.regionCtx(at), id, action, raw)
    },
    async approve(id) {
      must(await hand.act(id, 'submit', people.author))
      must(await hand.act(id, 'approve', people.first, ticked))
      return must(await hand.act(id, 'approve', people.final, ticked))
    },
    async publish(parts = {}) {
      const { id } = await hand.draft(parts)
      await hand.approve(id)
      return must(await hand.act(id, 'publish', people.head))
    },
  }
  return hand
}
