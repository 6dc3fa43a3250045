import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import {
  addReplyFile,
  type NewReply,
} from '../../../src/usecases/application/reply/add-reply-file.ts'
import { readCaseFile } from '../../../src/usecases/application/read-file.ts'
import { readOwnFile } from '../../../src/usecases/application/read-own-file.ts'
import { secretFor } from '../../../src/usecases/application/receipt-secret.ts'
import { removeReplyFile } from '../../../src/usecases/application/reply/remove-reply-file.ts'
import { scanCaseFile } from '../../../src/usecases/application/scan-case-file.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { sweepFiles } from '../../../src/usecases/region/sweep-files.ts'
import { deleted, par, run, word, workbook } from '../../domain/inspection/sample-documents.ts'
import { bytesOf } from '../../support/application-form.ts'
import { type Crash, crashing, Died } from '../../support/crash.ts'
import { type House, openHouse } from '../../support/house.ts'
import { act, add, as, by, checker, handled as handledAt, head } from './answer-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const handled = (agency: string): Promise<{ ctx: Ctx; receipt: string }> =>
  handledAt(house, agency, at)

const partial = {
  outcome: 'partialGrant',
  text: '合同可以公开。',
  withheld: '账号和联系电话',
  withheldGround: 'denied.thirdPartyRights',
  article: '个人隐私',
}
const redacted = { name: '合同（已区分处理）.txt', bytes: bytesOf('合同正文，账号略') }
const original = { name: '合同原件.txt', bytes: bytesOf('合同正文，账号 6222021234567890128') }
const docx = (name: string, body: string): NewReply => ({ file: { name, bytes: word(body) } })

describe('partial disclosure (条例第37条, rows 37–41)', () => {
  test('the original is sealed under its own key and prefix, and nothing hands it out', async () => {
    const { ctx, receipt } = await handled('east')
    const fileId = await add(ctx, receipt, { file: redacted, original })
    const [sealed] = await house.rows('east', 'sealed_original')
    const [id, key] = [String(sealed?.['id']), String(sealed?.['object_key'])]
    expect(key).toMatch(/^east\/original\//)
    const object = await ctx.files.get(key)
    const stored = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())
    expect(Buffer.from(stored).toString('utf8')).not.toContain('合同')
    // Its own key opens it, no other key of the agency and no other agency's.
    const own = await ctx.keys.original(id)
    expect(new Uint8Array(await own.open(stored))).toEqual(original.bytes)
    await expect(ctx.keys.openBytes(`original|${id}`, stored)).rejects.toThrow()
    await expect((await ctx.keys.original('another')).open(stored)).rejects.toThrow()
    const west = await house.ctx('west')
    await expect((await west.keys.original(id)).open(stored)).rejects.toThrow()
    // By no id that exists is it a file of the case.
    expect(await readCaseFile(as(ctx, head), receipt, id)).toMatchObject({ ok: false })
    const served = await readCaseFile(as(ctx, checker), receipt, fileId)
    expect(served.ok && new Uint8Array(served.value.body)).toEqual(redacted.bytes)
    expect(JSON.stringify(await house.rows('east', 'sealed_original'))).not.toContain('合同')
    expect(JSON.stringify(await house.rows('east', 'application_file'))).not.toContain('合同')
  })

  test('the original itself is refused as a file of the reply, before and after it is sealed', async () => {
    const { ctx, receipt } = await handled('east')
    const wrong = { ok: false, refusal: { errors: [{ problem: 'file-original' }] } }
    const same = { name: '别名.txt', bytes: original.bytes }
    expect(await addReplyFile(ctx, receipt, { file: same, original })).toMatchObject(wrong)
    await add(ctx, receipt, { file: redacted, original })
    expect(await addReplyFile(ctx, receipt, { file: same })).toMatchObject(wrong)
    const twice = { file: { name: 'b.txt', bytes: bytesOf('另一份') }, original: redacted }
    expect(await addReplyFile(ctx, receipt, twice)).toMatchObject(wrong)
  })

  test('files go only with an answer that gives information, and change only while it is drawn up', async () => {
    const { ctx, receipt } = await handled('west')
    const id = await add(ctx, receipt, { file: redacted })
    const refusal = { outcome: 'denied.stateSecret', text: '不予公开。' }
    expect(await actOnCase(ctx, receipt, 'draft', refusal)).toMatchObject({
      refusal: { code: 'not-allowed', why: 'files-not-disclosed' },
    })
    await act(ctx, receipt, 'draft', partial)
    const closed = { ok: false, refusal: { code: 'step-not-open', state: 'checking' } }
    expect(await addReplyFile(ctx, receipt, { file: original })).toMatchObject(closed)
    expect(await removeReplyFile(ctx, receipt, id)).toMatchObject(closed)
    await act(ctx, receipt, 'take-back')
    expect(await removeReplyFile(ctx, receipt, id)).toEqual({ ok: true, value: null })
    await act(ctx, receipt, 'draft', refusal)
  })
})

describe('what is found in a reply’s files stops it (security 45)', () => {
  const faults: readonly (readonly [string, NewReply])[] = [
    ['a personal number', { file: original }],
    ['tracked changes', docx('a.docx', par(deleted('赵六的住址', '张三'), run('正文')))],
    ['hidden text', docx('a.docx', par(run('李四', '<w:vanish/>'), run('正文')))],
    [
      'a hidden sheet',
      {
        file: {
          name: 'a.xlsx',
          bytes: workbook([
            { name: '公开', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
            { name: '内部', state: 'hidden', rows: '<row r="1"><c r="A1"><v>2</v></c></row>' },
          ]),
        },
      },
    ],
  ]
  test.each(faults)('%s', async (_, given) => {
    const { ctx, receipt } = await handled('hill')
    const id = await add(ctx, receipt, given)
    const open = { ok: false, refusal: { code: 'findings-open' } }
    // Nobody but the one who answers sees an answer on the spot.
    const atOnce = { ...partial, repliedOn: '2026-03-02' }
    expect(await actOnCase(as(ctx, head), receipt, 'reply', atOnce)).toMatchObject(open)
    await act(ctx, receipt, 'draft', partial)
    expect(await actOnCase(as(ctx, checker), receipt, 'pass-check', {})).toMatchObject(open)
    // Mended: taken back, taken out, drawn up again.
    await act(ctx, receipt, 'take-back')
    await removeReplyFile(ctx, receipt, id)
    await add(ctx, receipt, { file: redacted })
    await act(ctx, receipt, 'draft', partial)
    await act(as(ctx, checker), receipt, 'pass-check')
    await act(as(ctx, head), receipt, 'sign')
    await act(as(ctx, head), receipt, 'serve', { route: 'direct' })
  })

  test('another person may answer for it with a reason; who put the file in may not', async () => {
    const { ctx, receipt } = await handled('river')
    const both = by('s-both', 'handler', 'legal-reviewer')
    await add(as(ctx, both), receipt, { file: original })
    await act(ctx, receipt, 'draft', partial)
    const override = { override: '账号是申请人自己的' }
    expect(await actOnCase(as(ctx, both), receipt, 'pass-check', override)).toMatchObject({
      refusal: { code: 'same-person' },
    })
    await act(as(ctx, checker), receipt, 'pass-check', override)
    await act(as(ctx, head), receipt, 'sign')
    await act(as(ctx, head), receipt, 'serve', { route: 'direct' })
    const checked = (await house.rows('river', 'event')).find(
      (row) => row['kind'] === 'application.checked',
    )
    expect([checked?.['data'], checked?.['actor']]).toEqual([
      '{"overridden":true}',
      'staff:s-checker',
    ])
    expect(JSON.stringify(await house.rows('river', 'application_note'))).not.toContain('账号')
  })

  test('the override holds for those very files: another set, or other bytes, void it', async () => {
    const { ctx, receipt } = await handled('pref')
    await add(ctx, receipt, { file: original })
    await act(ctx, receipt, 'draft', partial)
    await act(as(ctx, checker), receipt, 'pass-check', { override: '账号是申请人自己的' })
    const row = (await house.rows('pref', 'application_file')).find(
      (one) => one['application_id'] === receipt,
    )
    const key = String(row?.['object_key'])
    const kept = new Uint8Array((await (await ctx.files.get(key))?.arrayBuffer()) ?? [])
    await house.overwrite(key, bytesOf('别的内容'))
    const changed = { ok: false, refusal: { code: 'content-changed' } }
    expect(await actOnCase(as(ctx, head), receipt, 'sign', {})).toMatchObject(changed)
    await house.overwrite(key, kept)
    await act(as(ctx, head), receipt, 'sign')
    const { db } = await house.tenant('pref')
    await db
      .prepare(`UPDATE application_file SET sha256 = ? WHERE id = ?`)
      .bind('0'.repeat(64), row?.['id'])
      .run()
    const serving = await actOnCase(as(ctx, head), receipt, 'serve', { route: 'direct' })
    expect(serving).toMatchObject(changed)
  })
})

test('the applicant fetches the files when the answer is served, by receipt and password alone', async () => {
  const { ctx, receipt } = await handled('east')
  const id = await add(ctx, receipt, { file: redacted, original })
  const secret = await secretFor(ctx.keys, receipt)
  const open = await house.ctx('east', { type: 'public' }, at)
  const missing = { ok: false, refusal: { code: 'not-found' } }
  const fetched = (): ReturnType<typeof readOwnFile> => readOwnFile(open, receipt, secret, id)
  expect(await fetched()).toEqual(missing)
  await act(ctx, receipt, 'draft', partial)
  await act(as(ctx, checker), receipt, 'pass-check')
  await act(as(ctx, head), receipt, 'sign')
  expect(await fetched()).toEqual(missing)
  const before = await showStatus(open, receipt, secret)
  expect(before.ok && before.value.files).toEqual([])
  expect(JSON.stringify(before)).not.toContain('file-added')
  await act(as(ctx, head), receipt, 'serve', { route: 'email' })
  const got = await fetched()
  expect(got.ok && new Uint8Array(got.value.body)).toEqual(redacted.bytes)
  expect(await readOwnFile(open, receipt, `${secret}x`, id)).toEqual(missing)
  const after = await showStatus(open, receipt, secret)
  expect(after.ok && after.value.files).toMatchObject([{ id, name: redacted.name }])
  const sealed = (await house.rows('east', 'sealed_original')).find(
    (row) => row['application_id'] === receipt,
  )
  expect(await readOwnFile(open, receipt, secret, String(sealed?.['id']))).toEqual(missing)
  // The nightly sweep leaves what a row names.
  expect(await sweepFiles(ctx, Date.now() + 90_000_000)).toEqual({ removed: 0 })
})

test('a scanner elsewhere: nothing is signed or fetched before its verdict (security 44)', async () => {
  const { ctx, receipt } = await handled('west')
  const scanner = { isRemote: true, scan: async () => ({ verdict: 'clean' as const }) }
  const remote = { ...ctx, scanner }
  const id = await add(remote, receipt, { file: redacted })
  expect(house.posted).toContainEqual({ v: 1, kind: 'scan', tenant: 'west', key: id })
  await act(ctx, receipt, 'draft', partial)
  const pending = { ok: false, refusal: { code: 'file-pending', file: redacted.name } }
  expect(await actOnCase(as(ctx, checker), receipt, 'pass-check', {})).toMatchObject(pending)
  const job = as(remote, { type: 'system', job: 'scan' })
  expect(await scanCaseFile(job, id)).toEqual({ ok: true, value: null })
  expect(await scanCaseFile(job, id)).toEqual({ ok: true, value: null })
  await act(as(ctx, checker), receipt, 'pass-check')
})

test('a crash at every await of adding and of taking out: whole or not at all, and once (experiment 2)', async () => {
  const { ctx, receipt } = await handled('hill')
  const given = (n: number): NewReply => ({
    file: { name: `${n}.txt`, bytes: bytesOf(`第 ${n} 份`) },
    original: { name: `${n}原件.txt`, bytes: bytesOf(`第 ${n} 份的原件`) },
  })
  const count = async (): Promise<number[]> => {
    const own = (row: Record<string, unknown>): boolean => row['application_id'] === receipt
    const files = (await house.rows('hill', 'application_file')).filter(own)
    const sealed = (await house.rows('hill', 'sealed_original')).filter(own)
    for (const row of sealed) {
      const object = await ctx.files.get(String(row['object_key']))
      const bytes = new Uint8Array((await object?.arrayBuffer()) ?? [])
      await (await ctx.keys.original(String(row['id']))).open(bytes)
    }
    return [files.length, sealed.length]
  }
  const probe = crashing(ctx, null)
  await addReplyFile(probe.ctx, receipt, given(0))
  let n = 0
  for (let point = 0; point < probe.points(); point += 1) {
    for (const when of ['before', 'after'] as const) {
      const crash: Crash = { at: point, when }
      n += 1
      await expect(addReplyFile(crashing(ctx, crash).ctx, receipt, given(n))).rejects.toThrow(Died)
      const id = await add(ctx, receipt, given(n))
      expect(await count()).toEqual([2, n + 1])
      const taking = crashing(ctx, crash)
      const taken = removeReplyFile(taking.ctx, receipt, id)
      await (point < 3 ? expect(taken).rejects.toThrow(Died) : taken)
      await removeReplyFile(ctx, receipt, id)
      expect(await count()).toEqual([1, n + 1])
    }
  }
  expect(probe.points()).toBeGreaterThanOrEqual(5)
})
