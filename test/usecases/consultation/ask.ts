import { commit } from '../../../src/store/commit.ts'
import {
  type AskedItem,
  planConsultations,
} from '../../../src/usecases/consultation/plan-consultations.ts'
import type { Message } from '../../../src/usecases/context.ts'
import { officer, type House } from '../../support/house.ts'

/** The text of an item about which tests ask other agencies. */
export function askedItem(id: string, digest = 'a'.repeat(64)): AskedItem {
  return {
    id,
    edition: 1,
    digest,
    title: '关于联合开展校园周边环境整治的通告',
    summary: null,
    text: '为保障学生安全，现将有关事项通告如下。',
  }
}

/** Asks agencies about an item in a commit of its own, as a verb would; answers the messages it owes. */
export async function ask(
  house: House,
  sender: string,
  item: AskedItem,
  agencies: readonly string[],
  at: string,
): Promise<Message[]> {
  const ctx = await house.ctx(sender, officer('information-officer'), at)
  const { events, statements, messages } = await planConsultations(ctx, item, agencies)
  if (events.length === 0) return messages
  const done = await commit(ctx, { events, statements })
  if (!done.ok) throw new Error(done.conflict)
  return messages
}
