import { expect, test } from 'vitest'
import { post } from '../../src/jobs/post.ts'
import type { Message } from '../../src/usecases/context.ts'

/** Two queues that remember what they took, and a clock that is put. */
function queues(): {
  sent: Record<'work' | 'crowd', Message[]>
  clock: { now: number }
  send: (message: Message) => Promise<void>
} {
  const sent: Record<'work' | 'crowd', Message[]> = { work: [], crowd: [] }
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } }
  const queue = (name: 'work' | 'crowd'): Queue<Message> => ({
    metrics: async () => metadata.metrics,
    send: async (message) => {
      sent[name].push(message)
      return { metadata }
    },
    sendBatch: async () => ({ metadata }),
  })
  const clock = { now: 0 }
  const send = post({ work: queue('work'), crowd: queue('crowd') }, () => clock.now)
  return { sent, clock, send }
}

const register = (tenant: string, n: number): Message => ({
  v: 1,
  kind: 'register',
  tenant,
  key: `SQ-${String(n)}`,
})

test('issue 4: 10,000 submissions in a minute at one agency put at most two hundred messages before those of the others', async () => {
  const { sent, clock, send } = queues()
  for (let n = 0; n < 10_000; n += 1) {
    clock.now = n * 6
    await send(register('river', n))
    if (n % 500 === 0) await send(register('hill', n))
  }
  const of = (name: 'work' | 'crowd', tenant: string): Message[] =>
    sent[name].filter((message) => 'tenant' in message && message.tenant === tenant)
  expect(of('work', 'river')).toHaveLength(200)
  expect(of('crowd', 'river')).toHaveLength(9800)
  expect(of('work', 'hill')).toHaveLength(20)
  expect(of('crowd', 'hill')).toEqual([])
})

test('an agency is back among the others when ten seconds have passed with few messages', async () => {
  const { sent, clock, send } = queues()
  for (let n = 0; n < 210; n += 1) await send(register('river', n))
  expect([sent.work.length, sent.crowd.length]).toEqual([200, 10])
  clock.now = 12_000
  await send(register('river', 210))
  expect(sent.crowd).toHaveLength(11)
  clock.now = 24_000
  await send(register('river', 211))
  expect(sent.work).toHaveLength(201)
})

test('what goes to many agencies at once is nobody’s crowd', async () => {
  const { sent, send } = queues()
  for (let n = 0; n < 500; n += 1) await send({ v: 1, kind: 'sweep', tenants: ['river', 'hill'] })
  expect(sent.crowd).toEqual([])
})
