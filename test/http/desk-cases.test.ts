import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/domain/shared/actor.ts'
import { importApplications } from '../../src/usecases/application/import/applications.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { applyByForm, hire, logIn, readable, visit, type Visitor } from './desk-door.ts'
import { factsFor } from '../support/reply-facts.ts'

let house: House
let door: Door
let officer: Visitor
let number = 0
const columns = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(
    house,
    'east',
    roles.filter((role) => role !== 'admin'),
    'officer',
  )
  officer = await logIn(door, 'east', 'officer')
})
afterAll(() => house.close())

function apply(
  fields: Readonly<Record<string, string>> = {},
): Promise<{ receipt: string; secret: string }> {
  return applyByForm(house, door, 'east', { submission: `case-test-${(number += 1)}`, ...fields })
}

async function versionOf(receipt: string): Promise<string> {
  const html = await (await officer.get(`/desk/applications/${receipt}`)).text()
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}

async function act(
  receipt: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const version = fields['version'] ?? (await versionOf(receipt))
  return officer.post(`/desk/applications/${receipt}/actions/${action}`, { ...fields, version })
}

/** The steps for which a case page has a form. */
function openSteps(html: string): string[] {
  return [...html.matchAll(/\/actions\/([a-z-]+)"/g)].map(([, action = '']) => action)
}

/** What may be done with an accepted case: first how it usually goes on, then the rest. */
const handling = [
  'draft',
  'assign',
  'claim',
  'hand-back',
  'split',
  'ask-co-unit',
  'consult',
  'extend',
  'defer',
  'charge',
  'reply',
  'withdraw',
]

describe('a case from receipt to file (条例第31条、第33条、第36条、第45条)', () => {
  test('goes step by step; the page shows only the step that is open; the citizen reads the reply', async () => {
    const { receipt, secret } = await apply()
    const page = async (): Promise<string> =>
      (await officer.get(`/desk/applications/${receipt}`)).text()
    expect(openSteps(await page())).toEqual(['confirm-receipt', 'note-contact', 'withdraw'])
    const confirmed = await act(receipt, 'confirm-receipt')
    expect(confirmed.headers.get('location')).toBe(
      `/desk/applications/${receipt}?done=confirm-receipt`,
    )
    expect(openSteps(await page())).toEqual([
      'accept',
      'request-correction',
      'ask-reasons',
      'convert',
      'split',
      'withdraw',
    ])
    await act(receipt, 'accept')
    expect(openSteps(await page())).toEqual(handling)
    const text = '经审查，予以公开。\n附件：<方案> & “清单”'
    const replied = await act(receipt, 'reply', {
      outcome: 'partialGrant',
      text,
      ...factsFor('partialGrant'),
    })
    expect(replied.status).toBe(303)
    expect(openSteps(await page())).toEqual(['close'])
    await act(receipt, 'close')
    expect(openSteps(await page())).toEqual(['archive'])
    const seen = await visit(door, 'east').post('/apply/status', { receipt, secret })
    const read = readable(await seen.text())
    expect(read).toContain('经审查，予以公开。 附件：<方案> & “清单”')
    expect(read).toContain('部分公开')
    expect(read).toContain('应当先申请行政复议')
    expect(readable(await page())).toContain('试用officer')
  })

  test('row 41: converted and back by the page; the citizen reads where to go, number and receipt day stay', async () => {
    const { receipt, secret } = await apply()
    await act(receipt, 'confirm-receipt')
    const numberOn = (html: string): string | undefined =>
      /<title>申请 (\d{4}-\d{4})/.exec(html)?.[1]
    const before = await (await officer.get(`/desk/applications/${receipt}`)).text()
    expect(numberOn(before)).toBeDefined()
    const blank = await act(receipt, 'convert', { kind: 'complaint' })
    expect(blank.status).toBe(422)
    const pointedTo = '区信访局，电话 0557-0000009'
    expect((await act(receipt, 'convert', { kind: 'complaint', pointedTo })).status).toBe(303)
    const status = async (): Promise<string> =>
      readable(await (await visit(door, 'east').post('/apply/status', { receipt, secret })).text())
    expect(await status()).toContain('不属于政府信息公开申请，请按投诉渠道办理')
    expect(await status()).toContain(pointedTo)
    const away = await (await officer.get(`/desk/applications/${receipt}`)).text()
    expect(openSteps(away)).toEqual(['reopen-as-application'])
    expect(readable(await (await officer.get('/desk/applications')).text())).not.toContain(receipt)
    expect((await act(receipt, 'reopen-as-application', { why: '确是申请' })).status).toBe(303)
    const back = await (await officer.get(`/desk/applications/${receipt}`)).text()
    expect(openSteps(back)).toContain('accept')
    expect(numberOn(back)).toBe(numberOn(before))
  })

  test('offers the results of table three in its groups, each once', async () => {
    const { receipt } = await apply()
    await act(receipt, 'confirm-receipt')
    await act(receipt, 'accept')
    const html = await (await officer.get(`/desk/applications/${receipt}`)).text()
    const select = /<select[^>]*name="outcome"[\s\S]*?<\/select>/.exec(html)?.[0] ?? ''
    expect([...select.matchAll(/<optgroup label="([^"]+)"/g)].map(([, label]) => label)).toEqual([
      '（三）不予公开',
      '（四）无法提供',
      '（五）不予处理',
      '（六）其他处理',
    ])
    expect(select.match(/<option value="[^"]/g)).toHaveLength(21)
    expect(select).toContain('>（一）予以公开<')
    expect(select).toContain('>1.属于国家秘密<')
  })

  test.each([
    ['no result', { text: '内容' }, 'f-outcome-error'],
    ['no text', { outcome: 'granted' }, 'f-text-error'],
    [
      'a day to come',
      { outcome: 'granted', text: '内容', repliedOn: '2099-01-01' },
      'f-repliedOn-error',
    ],
    [
      'no day at all',
      { outcome: 'granted', text: '内容', repliedOn: '2026-02-30' },
      'f-repliedOn-error',
    ],
  ])('a reply with %s keeps what was typed', async (_, fields, id) => {
    const { receipt } = await apply()
    await act(receipt, 'confirm-receipt')
    await act(receipt, 'accept')
    const response = await act(receipt, 'reply', fields)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain(`id="${id}"`)
    if ('text' in fields) expect(html).toContain('>内容</textarea>')
    if ('outcome' in fields) expect(html).toContain('value="granted" selected')
  })

  test('two officers at once: the second sees the new state and keeps the text', async () => {
    const { receipt } = await apply()
    await act(receipt, 'confirm-receipt')
    await act(receipt, 'accept')
    const version = await versionOf(receipt)
    const fields = { outcome: 'granted', version, text: '同意公开。' }
    const answers = await Promise.all([
      act(receipt, 'reply', fields),
      act(receipt, 'reply', { ...fields, text: '另一份答复。' }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const late = answers.find(({ status }) => status === 409)
    const read = readable((await late?.text()) ?? '')
    expect(read).toContain('您刚才填写的内容')
    expect(read).toMatch(/同意公开。|另一份答复。/)
    const stale = await apply()
    const old = await versionOf(stale.receipt)
    await act(stale.receipt, 'confirm-receipt')
    const again = await act(stale.receipt, 'confirm-receipt', { version: old })
    expect(again.status).toBe(409)
  })

  test('an unknown step, version or case is refused, not a crash', async () => {
    const { receipt } = await apply()
    expect((await act(receipt, 'destroy')).status).toBe(404)
    expect((await act(receipt, 'register')).status).toBe(404)
    expect((await act(receipt, 'confirm-receipt', { version: 'x' })).status).toBe(422)
    expect((await officer.get('/desk/applications/%00')).status).toBe(404)
    expect((await officer.get('/desk/applications?state=nonsense')).status).toBe(422)
    expect((await officer.get('/desk/applications?cursor=!!')).status).toBe(422)
  })
})

describe('identity (ASVS 14.2.6, PIPL)', () => {
  test('is masked in list and case until it is asked for, and asking is written down', async () => {
    const { receipt } = await apply()
    const secretText = /11010519491231002X|13800001234/
    expect(await (await officer.get('/desk/applications')).text()).not.toMatch(secretText)
    const page = await (await officer.get(`/desk/applications/${receipt}`)).text()
    expect(page).not.toMatch(secretText)
    expect(page).toContain('138****1234')
    const opened = await officer.post(`/desk/applications/${receipt}/identity`, {})
    expect(opened.headers.get('cache-control')).toBe('no-store')
    expect(await opened.text()).toContain('11010519491231002X')
    const again = readable(await (await officer.get(`/desk/applications/${receipt}`)).text())
    expect(again).toContain('查看了申请人信息')
    const events = await house.rows('east', 'event')
    expect(events.filter((row) => row['kind'] === 'identity.opened')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(secretText)
  })

  test('hostile text of an applicant is shown as typed', async () => {
    const nasty = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'
    const { receipt } = await apply({ 'request.subject': nasty, 'applicant.name': nasty })
    for (const path of ['/desk/applications', `/desk/applications/${receipt}`]) {
      const html = await (await officer.get(path)).text()
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })
})

describe('the list', () => {
  test('finds by number and receipt, counts its tabs, pages by thirty', async () => {
    const rows = Array.from(
      { length: 31 },
      (_, n) => `old-${n},2026-11-02T09:00:00+08:00,in-person,naturalPerson,第${n}件,false,,`,
    )
    const file = new TextEncoder().encode([columns, ...rows].join('\n'))
    const ctx = await house.ctx('east', { type: 'system', job: 'test' })
    const imported = await importApplications(ctx, file, { dryRun: false })
    expect(imported).toMatchObject({ ok: true, value: { accepted: 31, committed: true } })
    const first = await (await officer.get('/desk/applications')).text()
    expect(first.match(/class="c-title" data-label="申请内容"/g)).toHaveLength(30)
    const next =
      /class="pager-next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await officer.get(next)).status).toBe(200)
    const { receipt } = await apply({ 'request.subject': '要找的这一件' })
    const found = readable(await (await officer.get(`/desk/applications?q=${receipt}`)).text())
    expect(found).toContain('要找的这一件')
    const none = readable(await (await officer.get('/desk/applications?q=2020-9999')).text())
    expect(none).toContain('没有找到这个编号的申请')
  })
})
