import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveApplication, type Submitting } from '../../../src/usecases/application/receive.ts'
import { openKeyring } from '../../../src/store/keyring.ts'
import { bytesOf, organisationForm, pdf, personForm } from '../../support/application-form.ts'
import { type House, masterKey, openHouse } from '../../support/house.ts'
import { textIn } from '../../support/http.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const input = (rest: Partial<Submitting> = {}): Submitting => ({
  raw: personForm(),
  files: [],
  idempotencyKey: null,
  clientKey: null,
  ...rest,
})

test('an accepted application is durable: row, outbox event, figures, file, then the post (idea 6)', async () => {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const result = await receiveApplication(
    ctx,
    input({ files: [{ name: '身份证.pdf', bytes: pdf }] }),
  )
  expect(result).toMatchObject({ ok: true, value: { submittedAt: at } })
  if (!result.ok) return
  const { receipt, secret } = result.value
  expect(receipt).toMatch(/^SQ(-[0-9A-HJKMNP-TV-Z]{5}){4}$/)
  expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(await house.rows('east', 'event')).toMatchObject([
    {
      kind: 'application.submitted',
      seq: 1,
      topic: 'register',
      entity_id: receipt,
      actor: 'public',
    },
  ])
  expect(await house.rows('east', 'cell')).toMatchObject([
    { period: '2026', row: 'submitted', col: 'naturalPerson', n: 1 },
    { period: '2026-03', row: 'submitted', col: 'naturalPerson', n: 1 },
  ])
  const [file] = await house.rows('east', 'application_file')
  expect(file).toMatchObject({ application_id: receipt, media_type: 'application/pdf' })
  const object = await ctx.files.get(String(file?.['object_key']))
  const sealed = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())
  expect(sealed).not.toEqual(pdf)
  expect(await ctx.keys.openBytes(`application.file|${receipt}`, sealed)).toEqual(pdf)
  const other = await house.ctx('west')
  await expect(other.keys.openBytes(`application.file|${receipt}`, sealed)).rejects.toThrow()
  expect(String(file?.['object_key'])).toMatch(
    /^east\/application\/SQ-[0-9A-Z-]{23}\/[A-Za-z0-9_-]{43}$/,
  )
  expect(house.posted).toContainEqual({ v: 1, kind: 'register', tenant: 'east', key: receipt })
})

test('personal fields are sealed: no table holds a canary, no other agency opens them (security 70, 80)', async () => {
  const canary = '金丝雀甲乙丙'
  const ctx = await house.ctx('purse', { type: 'public' }, at)
  const received = await receiveApplication(
    ctx,
    input({
      raw: personForm(canary),
      files: [{ name: `${canary}.txt`, bytes: bytesOf('附件') }],
      idempotencyKey: canary.length.toString(),
    }),
  )
  expect(received.ok).toBe(true)
  for (const table of ['application', 'application_file', 'event', 'cell', 'idempotency']) {
    const text = JSON.stringify(await house.rows('purse', table))
    for (const secret of [canary, '13800001234', '11010519491231002X', 'someone@example.com']) {
      expect(text).not.toContain(secret)
    }
    if (received.ok) expect(text).not.toContain(received.value.secret)
  }
  const [row] = await house.rows('purse', 'application')
  const name = textIn(JSON.parse(String(row?.['sealed'])), 'applicant.name')
  const other = await openKeyring(masterKey, 'east')
  await expect(
    other.open(`application.applicant.name|${String(row?.['id'])}`, name),
  ).rejects.toThrow()
  await expect(
    ctx.keys.open(`application.applicant.phone|${String(row?.['id'])}`, name),
  ).rejects.toThrow()
  await expect(ctx.keys.open('application.applicant.name|SQ-other', name)).rejects.toThrow()
  expect(await ctx.keys.open(`application.applicant.name|${String(row?.['id'])}`, name)).toBe(
    canary,
  )
})

test('the same key and form give one application and one answer; another form is refused (security 20)', async () => {
  const ctx = await house.ctx('pref', { type: 'public' }, at)
  const once = input({ idempotencyKey: 'k-1', files: [{ name: 'a.pdf', bytes: pdf }] })
  const [first, second] = await Promise.all([
    receiveApplication(ctx, once),
    receiveApplication(ctx, once),
  ])
  const third = await receiveApplication({ ...ctx, now: ctx.now + 60_000 }, once)
  expect(first.ok).toBe(true)
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(await house.rows('pref', 'application')).toHaveLength(1)
  expect(await house.rows('pref', 'application_file')).toHaveLength(1)
  expect((await ctx.files.list(Date.now() + 1000)).keys).toHaveLength(1)
  const other = await receiveApplication(
    ctx,
    input({ idempotencyKey: 'k-1', raw: organisationForm() }),
  )
  expect(other).toMatchObject({ ok: false, refusal: { code: 'idempotency-conflict' } })
  const noFile = await receiveApplication(ctx, input({ idempotencyKey: 'k-1' }))
  expect(noFile).toMatchObject({ ok: false, refusal: { code: 'idempotency-conflict' } })
  expect(await house.rows('pref', 'application')).toHaveLength(1)
})

test('fifty parallel submissions get fifty receipts (security 19)', async () => {
  const ctx = await house.ctx('west', { type: 'public' }, at)
  const results = await Promise.all(
    Array.from({ length: 50 }, () => receiveApplication(ctx, input())),
  )
  const receipts = results.map((result) => (result.ok ? result.value.receipt : ''))
  expect(new Set(receipts).size).toBe(50)
  expect(await house.rows('west', 'application')).toHaveLength(50)
})

test('one client is limited, others are not, and a full client uses up nobody else’s share (security 21)', async () => {
  const ctx = await house.ctx('hill', { type: 'public' }, at)
  const by = (clientKey: string) => receiveApplication(ctx, input({ clientKey }))
  const flood = await Promise.all(Array.from({ length: 20 }, () => by('one')))
  expect(flood.filter((result) => result.ok)).toHaveLength(5)
  expect(flood.find((result) => !result.ok)).toMatchObject({
    refusal: { code: 'too-many-requests', retryAfterSeconds: 600 },
  })
  expect((await by('two')).ok).toBe(true)
  const buckets = await house.rows('hill', 'throttle')
  expect(buckets).toContainEqual(expect.objectContaining({ bucket: 'apply/hour', n: 6 }))
  expect(buckets).toContainEqual(expect.objectContaining({ bucket: 'apply/day/one', n: 5 }))
  const contacts = buckets.filter(({ bucket }) => String(bucket).startsWith('apply/contact/'))
  expect(contacts.map(({ n }) => n)).toEqual([6])
  expect(JSON.stringify(buckets)).not.toContain('13800001234')
  const later = { ...ctx, now: ctx.now + 10 * 60_000 }
  expect((await receiveApplication(later, input({ clientKey: 'one' }))).ok).toBe(true)
})

test('a submission stays within its budget of rows and round trips', async () => {
  const ctx = await house.ctx('river', { type: 'public' }, at)
  const spent = { reads: 0, writes: 0, trips: 0 }
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name).bind(target)
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements)
        spent.trips += 1
        for (const { meta } of results) {
          spent.reads += meta.rows_read
          spent.writes += meta.rows_written
        }
        return results
      }
    },
  })
  const run = async (rest: Partial<Submitting>) => {
    Object.assign(spent, { reads: 0, writes: 0, trips: 0 })
    const result = await receiveApplication({ ...ctx, db }, input(rest))
    expect(result.ok).toBe(true)
    return { ...spent }
  }
  await run({})
  const plain = await run({})
  const keyed = await run({ idempotencyKey: 'b-1' })
  const limited = await run({ idempotencyKey: 'b-2', clientKey: 'c' })
  expect(plain).toEqual({ reads: 0, writes: 7, trips: 1 })
  expect(keyed).toEqual({ reads: 0, writes: 8, trips: 1 })
  // Four counters are read and written besides, in a round trip of their own before the files.
  expect(limited.trips).toBe(2)
  expect(limited.writes).toBeLessThanOrEqual(12)
  expect(limited.reads).toBeLessThanOrEqual(24)
})
