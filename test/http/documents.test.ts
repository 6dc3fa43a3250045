import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { archive } from '../support/sample-files.ts'
import { openDoor, textIn, type Door } from '../support/http.ts'
import { openHouse, type House } from '../support/house.ts'
import { para, wordFile } from '../support/word-file.ts'
import { importInto } from '../usecases/item/import-files.ts'

const password = '东县-政务-2026-公开'
const body = '各乡镇人民政府：\n一、总则\n正文 <b>𠮷</b>。\n东县人民政府\n2026年3月2日'

let house: House
let door: Door
let item: string
const tokens: Record<string, string> = {}
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-11-20T12:00:00+08:00' })
  await importInto(house, 'hill', [
    {
      id: '1',
      title: '关于“公开”/要点的通知',
      publishedOn: '2026-03-02',
      column: '规划计划',
      body,
    },
  ])
  const [row] = await house.rows('hill', 'published')
  item = String(row?.['id'])
  const operator = await house.ctx('hill', { type: 'system', job: 'test' })
  for (const role of ['information-officer', 'viewer'] as const) {
    await createStaff(operator, { username: role, name: '测试员', roles: [role], password })
    const session = await door.api('hill', '/session', { json: { username: role, password } })
    tokens[role] = textIn(session.body, 'token')
  }
})
afterAll(() => house.close())

const kinds = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ['pdf', 'application/pdf', '%PDF-1.7'],
  ['txt', 'text/plain; charset=utf-8', '\u{feff}关于'],
] as const

describe('row 21, 76: every published document can be taken away as Word, PDF and text', () => {
  test.each(kinds)('%s', async (format, mediaType, start) => {
    const path = `/items/${item}/document.${format}`
    const answer = await door.request('hill', path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(mediaType)
    expect(answer.headers.get('cache-control')).toBe('public, no-cache')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent(`关于“公开”_要点的通知.${format}`)}`,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(0, 30)).startsWith(start),
    ).toBe(true)
    const again = await door.request('hill', path, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test('the page and the JSON name them, below the channel too', async () => {
    const page = await (await door.request('hill', `/items/${item}`)).text()
    const { body: json } = await door.api('hill', `/items/${item}`)
    const downloads: Record<string, string> = Object(json)['downloads']
    expect(Object.keys(downloads)).toEqual(['docx', 'pdf', 'txt'])
    for (const href of Object.values(downloads)) expect(page).toContain(`href="${href}"`)
  })

  test('the text file holds the text as it is', async () => {
    const text = await (await door.request('hill', `/items/${item}/document.txt`)).text()
    expect(text).toBe(`关于“公开”/要点的通知\n\n${body}\n`.replaceAll('\n', '\r\n'))
  })

  test.each(['docx', 'pdf', 'txt'])(
    'what is not public answers as its page does: %s',
    async (format) => {
      expect((await door.request('hill', `/items/nobody/document.${format}`)).status).toBe(404)
    },
  )
})

function upload(name: string, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  return form
}

async function convert(
  init: { body?: FormData; json?: unknown },
  role = 'information-officer',
): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${tokens[role] ?? ''}` }
  return door.api('hill', '/desk/documents/convert', { ...init, headers, method: 'POST' })
}

describe('row 5: a file or a paste becomes a draft text', () => {
  test('Word: title and number go into their fields, tracked changes are named', async () => {
    const file = wordFile(
      para('东政〔2026〕3号') +
        para('关于印发工作要点的通知') +
        '<w:p><w:r><w:t>正文</w:t></w:r><w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>',
    )
    const { status, body: answer } = await convert({ body: upload('稿.docx', file) })
    expect(status).toBe(200)
    expect(answer).toMatchObject({
      title: '关于印发工作要点的通知',
      docNumber: '东政〔2026〕3号',
      document: { v: 1, blocks: [{ type: 'paragraph', text: [{ text: '正文' }] }] },
      warnings: [{ code: 'tracked-changes' }],
    })
  })

  test('a page in GBK, a text, and pastes', async () => {
    const gbk = new Uint8Array([0x3c, 0x70, 0x3e, 0xb9, 0xab, 0xbf, 0xaa, 0xb0, 0xec])
    const page = await convert({ body: upload('旧页.htm', gbk) })
    expect(page.body).toMatchObject({ document: { blocks: [{ text: [{ text: '公开办' }] }] } })
    const html = await convert({ json: { html: '<h2>一、总则</h2><img src=x><script>1</script>' } })
    expect(html.body).toMatchObject({
      document: { blocks: [{ type: 'heading', level: 1 }] },
      dropped: { images: 1, active: 1 },
    })
    const text = await convert({ json: { text: '一、总则\u0000\u202e' } })
    expect(text.body).toMatchObject({ document: { blocks: [{ text: [{ text: '一、总则' }] }] } })
  })

  test.each([
    ['a bomb', '弹.docx', wordFile(para('x'), { 'word/media/a': '0'.repeat(3_000_000) }), 400],
    ['a macro', '宏.docx', wordFile(para('x'), { 'word/vbaProject.bin': 'x' }), 400],
    ['a DTD', '实体.docx', wordFile(para('&a;'), {}, '<!DOCTYPE x [<!ENTITY a "b">]>'), 400],
    ['another archive', '表.docx', archive({ 'xl/workbook.xml': '<a/>' }), 400],
    ['another kind', '稿.doc', new Uint8Array([1, 2, 3]), 400],
    ['no text', '稿.txt', new Uint8Array([0, 1, 2]), 400],
  ])('hostile files are refused in words: %s', async (_, name, bytes, status) => {
    const answer = await convert({ body: upload(name, bytes) })
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/file' }] })
  })

  test('neither the public nor a viewer converts anything', async () => {
    expect((await convert({ json: { text: '甲' } }, 'viewer')).status).toBe(403)
    expect((await convert({ json: { text: '甲' } }, 'nobody')).status).toBe(401)
    expect((await convert({ json: { text: '甲', html: '乙' } })).status).toBe(400)
  })
})
