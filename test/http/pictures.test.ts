import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepVerdict } from '../../src/store/tenant/item/file-scan.ts'
import { fromWord } from '../../src/domain/document/word/from-word.ts'
import { convertFile } from '../../src/usecases/item/convert-document.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { colourJpeg } from '../support/picture-files.ts'
import { pngOf } from '../support/seal-picture.ts'
import { inline, paragraph, picturedWord, runOf, said } from '../support/word-picture.ts'
import { deskOf, people, type DeskHand } from '../usecases/item/desk-items.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'
import { fieldsOf } from './form-fields.ts'

const at = '2026-11-20T10:00:00+08:00'
const red = pngOf(8, 6, () => [200, 0, 0, 255])
const center = '<w:pPr><w:jc w:val="center"/></w:pPr>'
const word = picturedWord(
  [
    paragraph(said('正文。')),
    paragraph(runOf(inline('a', { descr: '从受理到办结' }))),
    paragraph(center, said('图1 办理流程')),
    paragraph(said('结束。'), runOf(inline('b'))),
  ].join(''),
  { 'a.png': red, 'b.jpg': colourJpeg },
)

let house: House
let door: Door
let desk: DeskHand
let officer: Visitor
let item: { id: string; attachments: { id: string; name: string }[] }
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  desk = deskOf(house, 'east', at)
  await hire(house, 'east', ['information-officer'], 'officer')
  officer = await logIn(door, 'east', 'officer')
  item = await published()
})
afterAll(() => house.close())

async function published(): Promise<typeof item> {
  const ctx = await house.ctx('east', people.author, at)
  const read = await convertFile(ctx, { name: '稿.docx', bytes: word })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const { document, pictures } = read.value
  return desk.publish({ body: undefined, document, pictures: pictures.token })
}

const page = async (path: string): Promise<string> => (await door.request('east', path)).text()
const href = (n: number): string =>
  `/api/v1/items/${item.id}/files/${item.attachments[n]?.id ?? ''}`

describe('issue 3 §1: the public sees the pictures of a text', () => {
  test('in their places, with description, caption and size; not listed a second time', async () => {
    const html = await page(`/items/${item.id}`)
    expect(html).toContain(
      `<figure><img src="${href(0)}" alt="从受理到办结" width="396" height="297" loading="lazy" decoding="async"><figcaption>图1 办理流程</figcaption></figure>`,
    )
    expect(html).toContain(`<img src="${href(1)}" alt="图2" width="396" height="264"`)
    expect(html).not.toContain('〔图')
    expect(html).not.toContain('download="图1.png"')
    const paper = await page(`/items/${item.id}/print`)
    expect(paper).toContain('loading="eager"')
    expect(paper).not.toContain('<dd>图1.png</dd>')
  })

  test('security 31: a picture comes from the same host, as a download in a sandbox', async () => {
    const response = await door.request('east', href(0))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(red)
  })

  test('in the Word file and the PDF; as words in the plain text', async () => {
    const docx = await door.request('east', `/items/${item.id}/document.docx`)
    const read = await fromWord(new Uint8Array(await docx.arrayBuffer()))
    expect(read.ok && read.files.map(({ bytes }) => bytes)).toEqual([red, colourJpeg])
    const pdf = await door.request('east', `/items/${item.id}/document.pdf`)
    const text = new TextDecoder('latin1').decode(await pdf.arrayBuffer())
    expect(text).toContain('/Filter/DCTDecode')
    expect(await page(`/items/${item.id}/document.txt`)).toContain(
      '〔图：从受理到办结〕\r\n图1 办理流程',
    )
  })

  test('row 21: in another edition a changed picture is told; the old one is told in words', async () => {
    const { id, attachments } = await published()
    const other = picturedWord(
      [
        paragraph(said('正文。')),
        paragraph(runOf(inline('a', { descr: '从受理到办结' }))),
        paragraph(center, said('图1 办理流程')),
        paragraph(said('结束。'), runOf(inline('b'))),
      ].join(''),
      { 'a.png': pngOf(9, 9, () => [0, 9, 0, 255]), 'b.jpg': colourJpeg },
    )
    const ctx = await house.ctx('east', people.author, at)
    const read = await convertFile(ctx, { name: '稿.docx', bytes: other })
    if (!read.ok) throw new Error(read.refusal.code)
    const { document, pictures } = read.value
    const kept = attachments.filter(({ name }) => name === '图2.jpg').map((file) => file.id)
    await desk.edit(id, { document, pictures: pictures.token, attachments: kept })
    await desk.approve(id)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
    const second = await page(`/items/${id}/editions/2`)
    expect(second.slice(second.indexOf('id="difference"'))).toContain('〔图片已更换〕')
    expect(second.match(/<img/g)).toHaveLength(2)
    const first = await page(`/items/${id}/editions/1`)
    // The photograph is in both editions, the other picture went with its own.
    expect(first.match(/<img/g)).toHaveLength(1)
    expect(first).toContain('（这一版的图片：从受理到办结）')
    const gone = attachments.find(({ name }) => name === '图1.png')?.id ?? ''
    expect((await door.request('east', `/api/v1/items/${id}/files/${gone}`)).status).toBe(404)
  })

  test('security 44: a picture that is not clean is not shown, and that is said', async () => {
    const { id, attachments } = await published()
    const { db } = await house.tenant('east')
    const verdict = keepVerdict(attachments[0]?.id ?? '', 'infected')
    await db.batch(verdict.map(({ sql, params }) => db.prepare(sql).bind(...params)))
    const html = await page(`/items/${id}`)
    expect(html.match(/<img/g)).toHaveLength(1)
    expect(html).toContain('（图片暂时不能显示：从受理到办结）')
  })

  test('an emergency removal takes the pictures away with the page', async () => {
    const { id, attachments } = await published()
    const src = `/api/v1/items/${id}/files/${attachments[0]?.id ?? ''}`
    expect((await door.request('east', src)).status).toBe(200)
    const done = await desk.act(id, 'remove', people.head, { reason: '误发，立即清除' })
    expect(done).toMatchObject({ ok: true })
    for (const path of [src, `/items/${id}/document.docx`, `/items/${id}/document.pdf`]) {
      expect((await door.request('east', path)).status).toBeGreaterThanOrEqual(404)
    }
    const html = await page(`/items/${id}`)
    expect(html).not.toContain('从受理到办结')
    expect(html).not.toContain(src)
  })
})

const wanted = ['submission', 'document', 'pictures', 'title', 'issuer', 'source', 'version']

describe('row 5: pictures at the desk, without script', () => {
  const typed = { title: '关于流程的通知', issuer: '东县人民政府', source: '', submission: 'p-1' }
  const file = (): File => new File([word], '稿.docx')

  test('read in, described, saved, seen', async () => {
    const seen = await officer.post('/desk/items/new', { ...typed, act: 'read', word: file() })
    const html = await seen.text()
    expect(readable(html)).toContain('有的图还没有说明')
    const fields = fieldsOf(html, wanted)
    expect(fields['source']).toContain('〔图：图1.png｜从受理到办结｜图1 办理流程〕')
    const source =
      fields['source']?.replace('〔图：图2.jpg｜图2〕', '〔图：图2.jpg｜办事大厅〕') ?? ''
    const saved = await officer.post('/desk/items/new', { ...fields, source })
    expect(saved.status).toBe(303)
    const place = (saved.headers.get('location') ?? '').split('?')[0] ?? ''
    const shown = await (await officer.get(place)).text()
    expect(shown.match(/<figure><img src="[^"]*\/files\//g)).toHaveLength(2)
    expect(shown).toContain('alt="办事大厅"')
    expect(readable(shown)).toContain('正文中的图')
    expect(readable(shown)).not.toContain('请给图写上说明')
    const form = await (await officer.get(`${place}/edit`)).text()
    expect(fieldsOf(form, wanted)['source']).toContain('〔图：图2.jpg｜办事大厅〕')
  })

  test('a picture that does not come in is named with its place; expired ones do not keep the words', async () => {
    const body = paragraph(said('见附图。'), runOf(inline('a'))) + paragraph(runOf(inline('b')))
    const mixed = picturedWord(body, { 'a.gif': new TextEncoder().encode('GIF89a'), 'b.png': red })
    const seen = await officer.post('/desk/items/new', {
      ...typed,
      submission: 'p-2',
      act: 'read',
      word: new File([mixed], '稿.docx'),
    })
    const html = await seen.text()
    expect(readable(html)).toContain('“见附图。”处：GIF 图片没有带进来')
    const fields = { ...fieldsOf(html, wanted), pictures: 'expired' }
    const refused = await officer.post('/desk/items/new', fields)
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(readable(again)).toContain('只保存 20 小时')
    expect(again).toContain('href="#f-word"')
    const kept = fieldsOf(again, wanted)
    expect(kept['pictures']).toBeUndefined()
    const saved = await officer.post('/desk/items/new', kept)
    expect(saved.status).toBe(303)
    const place = (saved.headers.get('location') ?? '').split('?')[0] ?? ''
    const shown = readable(await (await officer.get(place)).text())
    expect(shown).toContain('有的图还没有图片')
    expect(shown).toContain('（图1.png）')
  })
})
