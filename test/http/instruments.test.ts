import { strFromU8, unzipSync, unzlibSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readPdf } from '../../src/domain/inspection/read-pdf.ts'
import { toDocx } from '../../src/domain/document/docx/to-docx.ts'
import { roles } from '../../src/domain/shared/actor.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'

const password = '政务公开-测试-7431'
/** 生僻字、间隔号、藏文、维吾尔文 */
const names = '𠮷野·བསྟན་འཛིན·ئابدۇللا'
const documents = z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() }))
const listed = z.looseObject({ documents })
const shown = z.looseObject({
  documents,
  instruments: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), number: z.string(), addressee: z.string() }),
  ),
})

let house: House
let door: Door
let now = Date.parse('2026-03-02T10:00:00+08:00')
let token = ''
const day = 86_400_000
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: () => now })
  const ctx = await house.ctx('river', { type: 'system', job: 'test' })
  await createStaff(ctx, { username: 'all', name: '测试员', roles: [...roles], password })
  await createStaff(ctx, { username: 'legal', name: '审核员', roles: ['legal-reviewer'], password })
  token = await login('all')
})
afterAll(() => house.close())

async function login(username: string): Promise<string> {
  const opened = await door.api('river', '/session', { json: { username, password } })
  return textIn(opened.body, 'token')
}
const bearer = (who = token): Record<string, string> => ({ authorization: `Bearer ${who}` })

async function applied(): Promise<{ receipt: string; secret: string }> {
  const sent = await door.api('river', '/applications', { json: personForm(names) })
  const receipt = textIn(sent.body, 'receipt')
  const ctx = await house.ctx('river', { type: 'system', job: 'test' })
  await registerApplication({ ...ctx, now }, receipt)
  return { receipt, secret: textIn(sent.body, 'secret') }
}

async function act(receipt: string, action: string, json: object = {}, who = token) {
  const path = `/desk/applications/${receipt}/actions/${action}`
  const done = await door.api('river', path, { json, headers: bearer(who) })
  expect(done).toMatchObject({ status: 200 })
  return shown.parse(done.body)
}

const own = ({ secret }: { secret: string }): Record<string, string> => ({
  authorization: `Receipt ${secret}`,
})
const ownFile = async (
  { receipt, secret }: { receipt: string; secret: string },
  id: string,
): Promise<Response> =>
  door.request('river', `/api/v1/applications/${receipt}/documents/${id}`, {
    headers: own({ secret }),
  })

/** The drawing orders of a PDF file. */
function pagesOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, packed = '']) => strFromU8(unzlibSync(Buffer.from(packed, 'latin1'))))
    .join('\n')
}

async function wordOf(response: Response): Promise<string> {
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll(/<[^>]+>/g, '')
}

describe('instruments on the desk and for the applicant (条例第33条、第36条)', () => {
  test('a reply can be read by its applicant when it is served, not before, and by nobody else', async () => {
    const mine = await applied()
    const other = await applied()
    await act(mine.receipt, 'accept')
    await act(mine.receipt, 'extend', { days: 5, reason: '材料多' })
    await act(mine.receipt, 'draft', { outcome: 'granted', text: '予以公开。' })
    const preview = await door.request(
      'river',
      `/api/v1/desk/applications/${mine.receipt}/instruments/draft.txt`,
      { headers: bearer() },
    )
    expect(await preview.text()).toContain('政府信息公开告知书')
    await act(mine.receipt, 'pass-check', {}, await login('legal'))
    const signed = await act(mine.receipt, 'sign')
    expect(signed.instruments.map(({ kind, number }) => [kind, number])).toEqual([
      ['extension', 'river信公（延）〔2026〕1号'],
      ['disclosed', 'river信公（公开）〔2026〕1号'],
    ])
    const reply = `${signed.instruments[1]?.id ?? ''}.txt`
    const before = await door.api('river', `/applications/${mine.receipt}`, { headers: own(mine) })
    expect(listed.parse(before.body).documents.map(({ name }) => name)).toEqual([
      '政府信息公开申请登记回执.docx',
      '政府信息公开申请登记回执.pdf',
      '政府信息公开申请登记回执.txt',
      '政府信息公开延期答复告知书.docx',
      '政府信息公开延期答复告知书.pdf',
      '政府信息公开延期答复告知书.txt',
    ])
    expect((await ownFile(mine, reply)).status).toBe(404)
    await act(mine.receipt, 'serve', { route: 'email' })
    expect(await (await ownFile(mine, reply)).text()).toContain('可以自知道本答复之日起六十日内')
    expect((await ownFile({ ...mine, secret: other.secret }, reply)).status).toBe(404)
    expect((await ownFile(other, reply)).status).toBe(404)
    const after = await door.api('river', `/applications/${mine.receipt}`, { headers: own(mine) })
    expect(after.body).toMatchObject({
      reply: { documents: [{ name: '政府信息公开告知书.docx' }, {}, { id: reply }] },
    })
    const page = await door.request('river', '/apply/status', {
      body: new URLSearchParams({ receipt: mine.receipt, secret: mine.secret }),
      headers: { origin: 'https://river.gov.test', 'sec-fetch-site': 'same-origin' },
    })
    const html = await page.text()
    expect(html).toContain('河湾镇人民政府')
    expect(html).toContain('river信公（公开）〔2026〕1号')
    expect(html).not.toMatch(new RegExp(`(?:href|action)="[^"]*${mine.secret}`))
    const file = await door.request('river', '/apply/document', {
      body: new URLSearchParams({ ...mine, document: reply }),
      headers: { origin: 'https://river.gov.test', 'sec-fetch-site': 'same-origin' },
    })
    expect(file.headers.get('content-disposition')).toContain('.txt')
    expect(await file.text()).toContain('予以公开。')
  })

  test('rare characters and minority scripts survive in Word, text and PDF (𠮷, ·, 藏文, 维吾尔文)', async () => {
    const mine = await applied()
    const read = async (format: string): Promise<Response> => ownFile(mine, `receipt.${format}`)
    expect(await wordOf(await read('docx'))).toContain(`${names}：`)
    expect(await (await read('txt')).text()).toContain(`${names}：`)
    const pdf = new Uint8Array(await (await read('pdf')).arrayBuffer())
    expect(pagesOf(pdf)).not.toMatch(/<(?:[0-9a-f]{4})*3013/)
    expect((await readPdf(pdf)).words).toContain(`${names}：`)
  })

  test('a third party learns nothing of the applicant (条例第32条); nobody from outside reads the desk’s letters', async () => {
    const mine = await applied()
    await act(mine.receipt, 'accept')
    const consulted = await act(mine.receipt, 'consult', {
      party: 'third-party',
      name: '某某公司',
      what: '2025 年供水合同的价款',
    })
    const [letter] = consulted.instruments
    const path = `/api/v1/desk/applications/${mine.receipt}/instruments/${letter?.id ?? ''}.txt`
    const text = await (await door.request('river', path, { headers: bearer() })).text()
    expect(text).toContain('某某公司：')
    expect(text).toContain('2025 年供水合同的价款')
    for (const secret of [names, '13800001234', 'someone@example.com', '土地征收', mine.receipt]) {
      expect(text).not.toContain(secret)
    }
    expect((await door.request('river', path)).status).toBe(401)
    expect((await ownFile(mine, `${letter?.id ?? ''}.txt`)).status).toBe(404)
    now += day
    const page = await door.request('river', `/desk/applications/${mine.receipt}`, {
      headers: bearer(),
    })
    expect(page.status).toBeLessThan(400)
  })
})

test('a Word letter holds what XML would read as markup', async () => {
  const bytes = await toDocx({
    title: '告知书',
    docNumber: '试信公（补）〔2026〕1号',
    issuer: '试验市人民政府',
    writtenOn: '2026-03-02',
    tree: { v: 1, blocks: [{ type: 'paragraph', text: [{ text: '<甲> & “乙” 𠮷' }] }] },
  })
  expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain(
    '&lt;甲&gt; &amp;',
  )
})
