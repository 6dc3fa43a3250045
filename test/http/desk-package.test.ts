import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { pdf, personForm } from '../support/application-form.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { addDisputeFile } from '../../src/usecases/dispute/add-file.ts'
import { registered, review } from '../usecases/dispute/dispute-house.ts'
import { hire, logIn, tokenOf, visit } from './desk-door.ts'

const at = '2026-03-03T09:00:00+08:00'
let house: House
let door: Door
let receipt: string

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['registrar'], 'clerk')
  await hire(house, 'east', ['handler'], 'handler')
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const files = [
    { name: '证明:材料/一.pdf', bytes: pdf },
    { name: '证明二.pdf', bytes: pdf },
  ]
  const rest = { files, idempotencyKey: null, clientKey: null }
  const sent = await receiveApplication(ctx, { raw: personForm('=王小明'), ...rest })
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
  receipt = sent.value.receipt
  await registerApplication({ ...ctx, actor: { type: 'system', job: 'register' } }, receipt)
  const head = await house.ctx('east', officer('registrar', 'head'), at)
  for (const [action, raw] of [
    ['confirm-receipt', {}],
    ['accept', {}],
    ['extend', { days: 10, reason: '需要查找历年案卷' }],
  ] as const) {
    const done = await actOnCase(head, receipt, action, raw)
    if (!done.ok) throw new Error(`${action}: ${JSON.stringify(done.refusal)}`)
  }
})
afterAll(() => house.close())

async function packed(response: Response): Promise<Map<string, Uint8Array>> {
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return new Map(Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer()))))
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe('issue 4, 8: a whole case as one archive', () => {
  test('form, instruments, files, history and ledger, each with its sum; it is written down', async () => {
    const clerk = await logIn(door, 'east', 'clerk')
    const page = await (await clerk.get(`/desk/applications/${receipt}`)).text()
    expect(page).toContain(`action="/desk/applications/${receipt}/package"`)
    const files = await packed(await clerk.post(`/desk/applications/${receipt}/package`, {}))
    const names = [...files.keys()]
    expect(names).toEqual(
      expect.arrayContaining([
        '01_申请表.docx',
        '01_申请表.pdf',
        '附件/02_证明二.pdf',
        '案卷数据.json',
      ]),
    )
    expect(names.filter((name) => name.startsWith('文书/01_')).length).toBe(2)
    expect(names.every((name) => !/[\\:*?"<>|]|^\/|\.\./.test(name))).toBe(true)
    expect(files.get('附件/02_证明二.pdf')).toEqual(new Uint8Array(pdf))
    for (const line of textOf(files.get('校验.sha256')).trim().split('\n')) {
      const [sum = '', name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ).toBe(sum)
    }
    const listed = textOf(files.get('卷内目录.csv')).trim().split('\r\n')
    expect(listed).toHaveLength(1 + names.length - 2)
    expect(textOf(files.get('期限台账.csv'))).toContain('延长 10 个工作日')
    expect(textOf(files.get('办理经过.csv'))).toContain('申请已受理')
    expect(JSON.parse(textOf(files.get('案卷数据.json')))).toMatchObject({
      receipt,
      personal: { 'applicant.name': '=王小明', 'applicant.idNumber': '11010519491231002X' },
    })
    const events = await house.rows('east', 'event')
    expect(events.filter(({ kind }) => kind === 'package.opened')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toContain('王小明')
  })

  test('条例第51条: papers of its reconsideration go along where the officer may open them; else their number', async () => {
    const lawyer = await house.ctx('east', officer('legal-reviewer', 'registrar'), at)
    const dispute = await registered(lawyer, {
      ...review,
      acceptedOn: '2026-03-03',
      receivedOn: '2026-03-03',
      case: receipt,
    })
    const paper = { name: '复议申请书副本.pdf', bytes: pdf }
    const added = await addDisputeFile(lawyer, dispute, paper, { purpose: 'claim' })
    expect(added.ok).toBe(true)
    await hire(house, 'east', ['registrar', 'information-officer'], 'officer')
    const whole = await packed(
      await (
        await logIn(door, 'east', 'officer')
      ).post(`/desk/applications/${receipt}/package`, {}),
    )
    expect(whole.get('复议诉讼/01_01_复议申请书副本.pdf')).toEqual(new Uint8Array(pdf))
    expect(textOf(whole.get('复议诉讼.csv'))).toContain('东政复〔2026〕12号')
    expect(textOf(whole.get('复议诉讼.csv'))).toContain('1 件，已随卷')
    const part = await packed(
      await (await logIn(door, 'east', 'clerk')).post(`/desk/applications/${receipt}/package`, {}),
    )
    expect([...part.keys()].filter((name) => name.startsWith('复议诉讼/'))).toEqual([])
    expect(textOf(part.get('复议诉讼.csv'))).toContain('1 件，未随卷')
    const noted = (await house.rows('east', 'event')).filter(
      ({ kind, entity }) => kind === 'package.opened' && entity === 'dispute',
    )
    expect(noted).toHaveLength(1)
  })

  test('a lost object is named in its place and spoils nothing else', async () => {
    const [lost] = await house.rows('east', 'application_file')
    const { files } = await house.tenant('east')
    await files.remove([String(lost?.['object_key'])])
    const token = await tokenOf(door, 'east', 'clerk')
    const response = await door.request('east', `/api/v1/desk/applications/${receipt}/package`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    const texts = [...(await packed(response)).values()].map((bytes) => textOf(bytes))
    expect(texts).toContain('这个附件在存储中找不到，请与原件核对。')
  })

  test('nobody else takes it: other posts, other agencies, the public', async () => {
    const before = (await house.rows('east', 'event')).length
    const handler = await logIn(door, 'east', 'handler')
    expect(
      (await (await handler.get(`/desk/applications/${receipt}`)).text()).includes('/package"'),
    ).toBe(false)
    expect((await handler.post(`/desk/applications/${receipt}/package`, {})).status).toBe(403)
    await hire(house, 'west', ['registrar'], 'stranger')
    const stranger = await logIn(door, 'west', 'stranger')
    expect((await stranger.post(`/desk/applications/${receipt}/package`, {})).status).toBe(404)
    const anybody = await visit(door, 'east').post(`/desk/applications/${receipt}/package`, {})
    expect(anybody.status).not.toBe(200)
    const opened = (await house.rows('east', 'event')).filter(
      ({ kind, entity }) => kind === 'package.opened' && entity === 'application',
    )
    expect(opened).toHaveLength(4)
    expect((await house.rows('east', 'event')).length).toBeGreaterThanOrEqual(before)
  })
})
