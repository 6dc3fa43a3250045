import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { personForm } from '../support/application-form.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'yangguang-'))
const received = z.object({ receipt: z.string(), secret: z.string() })
const status = z.looseObject({ number: z.string().nullable() })
const accounts = z.array(z.object({ agency: z.string(), role: z.string(), password: z.string() }))

let server: ChildProcess
let port: number
beforeAll(async () => {
  port = await freePort()
  server = await start()
}, 180_000)
afterAll(async () => {
  server.kill('SIGTERM')
  await new Promise((resolve) => {
    server.once('exit', resolve)
  })
  const marks = readdirSync(data)
  rmSync(data, { recursive: true, force: true })
  expect(marks).not.toContain('server.json')
}, 60_000)

test('what was acknowledged survives kill -9 and is worked after the restart (experiment 3)', async () => {
  const made: z.infer<typeof received>[] = []
  for (let n = 0; n < 8; n += 1) {
    const answer = await ask('POST', '/api/v1/applications', JSON.stringify(personForm(`演示${n}`)))
    expect(answer.status).toBe(202)
    made.push(received.parse(JSON.parse(answer.body)))
  }
  // At once, so that messages of the local queue are lost with the process.
  server.kill('SIGKILL')
  server = await start()
  const deadline = performance.now() + 60_000
  for (const { receipt, secret } of made) {
    let number: string | null = null
    while (number === null && performance.now() < deadline) {
      const answer = await ask('GET', `/api/v1/applications/${receipt}`, null, `Receipt ${secret}`)
      expect(answer.status).toBe(200)
      number = status.parse(JSON.parse(answer.body)).number
      if (number === null) await wait(250)
    }
    expect(number).not.toBeNull()
  }
}, 300_000)

test('the demonstration without data has its accounts and no document (contract: --demo none)', async () => {
  const staff = accounts.parse(JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')))
  expect(new Set(staff.map(({ agency }) => agency)).size).toBeGreaterThanOrEqual(4)
  const items = z.object({ items: z.array(z.unknown()) })
  const listed = await ask('GET', '/api/v1/items', null)
  expect(items.parse(JSON.parse(listed.body)).items).toEqual([])
})

test('a client cannot claim another address or host through the front (statement 34)', async () => {
  const forged = await ask('GET', '/api/v1/agency', null, undefined, {
    'mf-original-url': 'http://suzhou.localhost/api/v1/agency',
    'x-forwarded-host': 'suzhou.localhost',
  })
  expect(JSON.parse(forged.body)).toMatchObject({ slug: 'yongqiao' })
})

test('whatever stands in Host, nobody gets the one plain 404 and never a fault (statement 74)', async () => {
  const expected = await ask('GET', '/', null, undefined, { host: 'nobody.localhost' })
  expect(expected.status).toBe(404)
  const hosts = [
    '%73uzhou.localhost',
    'x@suzhou.localhost',
    'a b',
    'suzhou.localhost?x',
    'a/x',
    '<script>',
  ]
  for (const host of [...hosts, '[::1', 'suzhou.localhost:99999', 'SUZHOU.localhost', '']) {
    expect([host, await ask('GET', '/', null, undefined, { host })]).toEqual([host, expected])
  }
})

test('whoever still sends when the answer is clear reads it, and no broken connection (statement 40)', async () => {
  const heavy = 'a'.repeat(9_500_000)
  for (let n = 0; n < 5; n += 1) {
    expect((await ask('POST', '/api/v1/applications', heavy)).status).toBe(413)
    expect((await ask('POST', '/api/v1/desk/items', heavy)).status).toBe(401)
    expect((await ask('POST', '/no-such-page', heavy)).status).toBe(404)
  }
})

test('a target in absolute form is served, one that is no address is nobody’s (RFC 9112 3.2.2)', async () => {
  const whole = await ask('GET', `http://yongqiao.localhost:${port}/api/v1/agency`, null)
  expect(JSON.parse(whole.body)).toMatchObject({ slug: 'yongqiao' })
  expect((await ask('OPTIONS', '*', null)).status).toBe(404)
})

async function start(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      'scripts/start.ts',
      '--port',
      String(port),
      '--data',
      data,
      '--demo',
      'none',
      '--limits',
      'off',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const deadline = performance.now() + 170_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    const ready = await ask('GET', '/healthz', null).catch(() => null)
    if (ready?.status === 200) return child
    if (performance.now() > deadline) throw new Error(`the server did not start: ${said}`)
    await wait(200)
  }
}

function ask(
  method: string,
  path: string,
  body: string | null,
  authorization?: string,
  more: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const headers: Record<string, string> = { host: `yongqiao.localhost:${port}`, ...more }
  if (body !== null) headers['content-type'] = 'application/json'
  if (authorization !== undefined) headers['authorization'] = authorization
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body ?? undefined)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
