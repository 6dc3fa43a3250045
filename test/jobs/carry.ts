import { consume } from '../../src/jobs/consume.ts'
import type { House } from '../support/house.ts'
import { batchOf, workRoom } from './work-room.ts'

/** Works messages and all that they send until nothing is left; throws when that takes too long. */
export async function carryAll(
  house: House,
  messages: readonly unknown[],
  at?: string,
): Promise<void> {
  let waiting = messages.filter((message) => !isSync(message))
  for (let round = 0; waiting.length > 0; round += 1) {
    if (round > 20) throw new Error('letters never come to rest')
    const room = workRoom(house, undefined, at)
    const { batch, left } = batchOf(waiting)
    await consume(batch, room.parts)
    waiting = [...left(), ...room.sent].filter((message) => !isSync(message))
  }
}

/** Reports are another test's matter. */
export function isSync(message: unknown): boolean {
  return typeof message === 'object' && message !== null && Reflect.get(message, 'kind') === 'sync'
}
