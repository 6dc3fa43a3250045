import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { personForm } from '../support/application-form.ts'
import { bootWorker, type TestWorker } from '../support/worker.ts'
import { logIn } from '../support/worker-staff.ts'
import { openJournal } from '../support/open-journal.ts'

let worker: TestWorker
let officer: string
beforeAll(async () => {
  worker = await bootWorker(['suzhou', 'yongqiao', 'zhuxianzhuang', 'fuli'])
  officer = await logIn(worker, 'zhuxianzhuang', 'head')
})
afterAll(() => worker.close())

const received = z.object({ receipt: z.string(), secret: z.string(), statusUrl: z.string() })
const status = z.looseObject({
  number: z.string().nullable(),
  state: z.string(),
  receivedOn: z.string().nullable(),
  reply: z.looseObject({ outcome: z.string() }).nullable(),
})
const desk = z.looseObject({ actions: z.array(z.string()), version: z.number() })
const statistics = z.looseObject({
  coverage: z.looseObject({ reporting: z.number() }),
  applications: z.record(z.string(), z.record(z.string(), z.number().nullable())),
})

async function apply(slug: string): Promise<z.infer<typeof received>> {
  const answer = await worker.request(slug, '/api/v1/applications', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(personForm()),
  })
  expect(answer.status).toBe(202)
  return received.parse(await answer.json())
}

async function look(slug: string, receipt: string, secret: string): Promise<Response> {
  return worker.request(slug, `/api/v1/applications/${receipt}`, {
    headers: { authorization: `Receipt ${secret}` },
  })
}

async function act(receipt: string, action: string, body: unknown): Promise<z.infer<typeof desk>> {
  const answer = await worker.request(
    'zhuxianzhuang',
    `/api/v1/desk/applications/${receipt}/actions/${action}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${officer}` },
      body: JSON.stringify(body),
    },
  )
  expect([action, answer.status]).toEqual([action, 200])
  return desk.parse(await answer.json())
}

async function figure(slug: string, row: string): Promise<number | null> {
  const year = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear())
  const answer = await worker.request(slug, `/api/v1/statistics?period=${year}&scope=subtree`)
  const { applications } = statistics.parse(await answer.json())
  return applications[row]?.['total'] ?? null
}

test('from application to the prefecture figures, through the real queue (issue: the whole story)', async () => {
  const { receipt, secret } = await apply('zhuxianzhuang')
  await worker.until(async () => {
    const seen = status.parse(await (await look('zhuxianzhuang', receipt, secret)).json())
    return seen.number !== null
  })
  let seen = desk.parse(
    await (
      await worker.request('zhuxianzhuang', `/api/v1/desk/applications/${receipt}`, {
        headers: { authorization: `Bearer ${officer}` },
      })
    ).json(),
  )
  if (seen.actions.includes('confirm-receipt')) seen = await act(receipt, 'confirm-receipt', {})
  expect(seen.actions).toContain('accept')
  seen = await act(receipt, 'accept', { version: seen.version })
  seen = await act(receipt, 'reply', { outcome: 'granted', text: '附上所需信息。' })
  expect(seen.actions).toContain('close')
  await act(receipt, 'close', {})
  const answered = status.parse(await (await look('zhuxianzhuang', receipt, secret)).json())
  expect(answered.state).toBe('closed')
  expect(answered.reply?.outcome).toBe('granted')
  for (const office of ['yongqiao', 'suzhou']) {
    await worker.until(async () => (await figure(office, 'granted')) === 1)
    expect(await figure(office, 'newReceived')).toBe(1)
    expect(await figure(office, 'carriedForward')).toBe(0)
  }
})

describe('nothing of one agency is reachable through another (ASVS 8.4.1, statement 56)', () => {
  test('a receipt with its secret', async () => {
    const { receipt, secret } = await apply('fuli')
    expect((await look('fuli', receipt, secret)).status).toBe(200)
    const foreign = await look('zhuxianzhuang', receipt, secret)
    const missing = await look('zhuxianzhuang', receipt.replaceAll(/[A-Z0-9]/g, 'X'), secret)
    expect(foreign.status).toBe(404)
    expect(missing.status).toBe(404)
  })

  test('a staff token, on a sibling, the parent and the prefecture', async () => {
    for (const slug of ['fuli', 'yongqiao', 'suzhou']) {
      const answer = await worker.request(slug, '/api/v1/desk/applications', {
        headers: { authorization: `Bearer ${officer}` },
      })
      expect([slug, answer.status]).toEqual([slug, 401])
    }
  })
})

test('an agency without a database of this schema answers 503, the others go on (failure: version skew)', async () => {
  const behind = await worker.request('luling', '/')
  expect(behind.status).toBe(503)
  expect(behind.headers.get('retry-after')).not.toBeNull()
  expect((await worker.request('fuli', '/')).status).toBe(200)
})

test('a tick of the clock sends again what the queue lost (idea 6)', async () => {
  const { receipt, secret } = await apply('fuli')
  const db = worker.db('fuli')
  await worker.until(async () => {
    const row = await db
      .prepare('SELECT count(*) AS n FROM event WHERE topic IS NOT NULL')
      .first('n')
    return row === 0
  })
  await openJournal(db)
  // As if the message had been lost before it was worked: the outbox still owes it.
  await db.batch([
    db.prepare('DELETE FROM event WHERE entity_id = ? AND seq > 1').bind(receipt),
    db
      .prepare("UPDATE event SET topic = 'register', at = at - 3600000 WHERE entity_id = ?")
      .bind(receipt),
    db
      .prepare(
        "UPDATE application SET state = 'submitted', version = 1, number_year = NULL, number_serial = NULL WHERE id = ?",
      )
      .bind(receipt),
  ])
  const service = await worker.mf.getWorker('yangguang')
  await service.scheduled({ cron: '*/10 * * * *' })
  await worker.until(async () => {
    const seen = status.parse(await (await look('fuli', receipt, secret)).json())
    return seen.number !== null
  })
})
