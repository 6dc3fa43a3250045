import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentTree } from '../../../src/domain/document/tree.ts'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import {
  type ConvertedDocument,
  convertFile,
  convertPaste,
} from '../../../src/usecases/item/convert-document.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'
import { editItem } from '../../../src/usecases/item/edit-item.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { crashing, Died } from '../../support/crash.ts'
import { openHouse, type House } from '../../support/house.ts'
import { colourJpeg, turnedJpeg } from '../../support/picture-files.ts'
import { pngOf } from '../../support/seal-picture.ts'
import { inline, paragraph, picturedWord, runOf, said } from '../../support/word-picture.ts'
import { complete, deskOf, people, person, type DeskHand } from './desk-items.ts'
import { originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
let author: Ctx
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
  author = await house.ctx('east', people.author, at)
})
afterAll(() => house.close())

const red = pngOf(8, 6, () => [200, 0, 0, 255])
const photo = turnedJpeg(colourJpeg, 6)
const word = picturedWord(
  [
    paragraph(said('正文。')),
    paragraph(runOf(inline('a', { descr: '办理流程' }))),
    paragraph(said('结束。'), runOf(inline('b'))),
  ].join(''),
  { 'a.png': red, 'b.jpg': photo },
)

async function read(bytes = word, ctx = author): Promise<ConvertedDocument> {
  const done = await convertFile(ctx, { name: '稿.docx', bytes })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value
}

/** What a form sends of a file that was read in. */
const formOf = ({ document, pictures }: ConvertedDocument): Record<string, unknown> => {
  return { body: undefined, document, pictures: pictures.token ?? undefined }
}
const figures = ({ blocks }: DocumentTree): object[] =>
  blocks.filter(({ type }) => type === 'figure')
const stored = async (id: string): Promise<Record<string, unknown>[]> =>
  (await house.rows('east', 'item_file')).filter((row) => row['item_id'] === id)

describe('row 5: the pictures of a Word file become attachments of the draft', () => {
  test('inspected, without what they tell of people, in their places, with their size', async () => {
    const converted = await read()
    expect(converted).toMatchObject({ warnings: ['undescribed'], dropped: { images: 0 } })
    expect(converted.pictures.files.map(({ name }) => name)).toEqual(['图1.png', '图2.jpg'])
    const { id, attachments, document } = await desk.draft(formOf(converted))
    expect(attachments).toMatchObject([
      { name: '图1.png', mediaType: 'image/png', pixels: { width: 8, height: 6 }, scan: 'clean' },
      { name: '图2.jpg', mediaType: 'image/jpeg', pixels: { width: 32, height: 48 } },
    ])
    expect(figures(document)).toEqual([
      {
        type: 'figure',
        file: attachments[0]?.id,
        alt: '办理流程',
        width: 50,
        pixels: { width: 8, height: 6 },
      },
      {
        type: 'figure',
        file: attachments[1]?.id,
        alt: '图2',
        width: 50,
        pixels: { width: 32, height: 48 },
      },
    ])
    const rows = await stored(id)
    const object = await (await house.tenant('east')).files.get(String(rows[1]?.['object_key']))
    expect(await object?.text()).not.toContain('wangwu')
    expect(JSON.parse(String(rows[0]?.['inspection']))).toMatchObject({ unread: 'picture' })
  })

  test('the same file read in again, in a new draft or over the old one, doubles nothing', async () => {
    const { id, version, attachments } = await desk.draft(formOf(await read()))
    const again = await desk.edit(id, { ...formOf(await read()), version })
    expect(again).toMatchObject({ ok: true, value: { version } })
    const without = await desk.edit(id, { body: '没有图了。', attachments: [] })
    expect(without).toMatchObject({ ok: true, value: { attachments: [] } })
    const back = await desk.edit(id, formOf(await read()))
    expect(back.ok && back.value.attachments.map((file) => file.id)).toEqual(
      attachments.map((file) => file.id),
    )
    expect(await stored(id)).toHaveLength(2)
  })

  test('another file whose pictures have the same names: both stay apart', async () => {
    const { id } = await desk.draft(formOf(await read()))
    const other = picturedWord(paragraph(runOf(inline('a', { descr: '另一张' }))), {
      'a.png': pngOf(3, 3, () => [0, 0, 9, 255]),
    })
    const edited = await desk.edit(id, formOf(await read(other)))
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal))
    const { attachments, document } = edited.value
    expect(attachments.map(({ name }) => name)).toEqual(['图1.png', '图2.jpg', '图1-2.png'])
    expect(figures(document)).toMatchObject([{ file: attachments[2]?.id, alt: '另一张' }])
  })

  test('only what the text still shows is attached', async () => {
    const { document, pictures } = await read()
    const [first] = figures(document)
    const blocks = document.blocks.filter((block) => block !== first)
    const draft = await desk.draft({
      body: undefined,
      document: { v: 1, blocks },
      pictures: pictures.token,
    })
    expect(draft.attachments.map(({ name }) => name)).toEqual(['图2.jpg'])
  })

  test('one that is another person’s, forged or too old leads nowhere, and that is said; nothing is stored', async () => {
    const converted = await read()
    const before = (await house.rows('east', 'item')).length
    const gone = {
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer: '/pictures', problem: 'pictures-gone' }] },
    }
    const other = await house.ctx('east', person('p-other', 'information-officer'), at)
    const late = await house.ctx('east', people.author, '2026-11-21T07:00:00+08:00')
    const foreign = await house.ctx('west', people.author, at)
    for (const ctx of [other, late, foreign]) {
      expect(await draftItem(ctx, { ...complete, ...formOf(converted) })).toEqual(gone)
    }
    const forged = { ...complete, ...formOf(converted), pictures: 'x' }
    expect(await draftItem(author, forged)).toEqual(gone)
    expect((await house.rows('east', 'item')).length).toBe(before)
  })

  test('a harmful picture is refused; a scanner elsewhere keeps it 待检', async () => {
    const scanner = { isRemote: true, scan: async () => ({ verdict: 'clean' as const }) }
    const done = await draftItem({ ...author, scanner }, { ...complete, ...formOf(await read()) })
    expect(done.ok && done.value.attachments.map(({ scan }) => scan)).toEqual([
      'pending',
      'pending',
    ])
    const asked = house.posted.filter(({ kind }) => kind === 'scan')
    expect(asked).toHaveLength(2)
  })

  test('a crash at any await leaves the draft whole with its pictures, or not at all', async () => {
    const converted = await read()
    const raw = { ...complete, ...formOf(converted) }
    const count = async (): Promise<number> => (await house.rows('east', 'item')).length
    const { id, version } = await desk.draft()
    const probe = crashing(await house.ctx('east', people.author, at), null)
    const first = probe.points()
    await draftItem(probe.ctx, raw)
    const points = probe.points() - first
    expect(points).toBeGreaterThan(3)
    for (let point = 0; point < points; point += 1) {
      const before = await count()
      const own = crashing(await house.ctx('east', people.author, at), { at: point, when: 'after' })
      await draftItem(own.ctx, raw).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error
      })
      const made = (await house.rows('east', 'item')).slice(before)
      for (const row of made) expect(await stored(String(row['id']))).toHaveLength(2)
    }
    // The same form sent again after all of that is one draft.
    expect(await editItem(author, id, { ...formOf(converted), version })).toMatchObject({
      ok: true,
    })
  })
})

describe('issue 3 §1: a figure needs its picture', () => {
  const shows = (file: string): Record<string, unknown> => {
    return { body: undefined, source: `正文。\n〔图：${file}｜办理的五个步骤〕` }
  }

  test('written first and attached later, they find each other by the name', async () => {
    const { id, document } = await desk.draft(shows('流程.png'))
    expect(figures(document)).toEqual([{ type: 'figure', file: '流程.png', alt: '办理的五个步骤' }])
    expect(await desk.act(id, 'submit', people.author)).toMatchObject({
      refusal: {
        code: 'invalid',
        errors: [
          {
            pointer: '/document/blocks/1',
            problem: 'figure-file',
            figure: '办理的五个步骤（流程.png）',
            why: 'missing',
          },
        ],
      },
    })
    const file = await attachFile(author, id, { name: '流程.png', bytes: red })
    if (!file.ok) throw new Error(JSON.stringify(file.refusal))
    const now = await desk.act(id, 'submit', people.author)
    expect(now.ok && figures(now.value.document)).toMatchObject([
      { file: file.value.id, pixels: { width: 8, height: 6 } },
    ])
  })

  test('taken away, the figure calls it by its name again; another kind of file is no picture', async () => {
    const { id } = await desk.draft(shows('流程.png'))
    await attachFile(author, id, { name: '流程.png', bytes: red })
    const gone = await desk.edit(id, { attachments: [] })
    expect(gone.ok && figures(gone.value.document)).toMatchObject([{ file: '流程.png' }])
    const text = await desk.draft(shows('说明.txt'))
    const note = new TextEncoder().encode('说明')
    await attachFile(author, text.id, { name: '说明.txt', bytes: note })
    expect(await desk.act(text.id, 'submit', people.author)).toMatchObject({
      refusal: { errors: [{ problem: 'figure-file', why: 'no-picture' }] },
    })
  })

  test('a text that is typed anew as plain text keeps the figures that it still names', async () => {
    const { id, body } = await desk.draft(formOf(await read()))
    const edited = await desk.edit(id, { body: body.replace('正文。', '改过的正文。') })
    expect(edited.ok && figures(edited.value.document)).toHaveLength(2)
  })

  test('rows 11–18: one byte of a picture changed after review, and publication refuses', async () => {
    const { id } = await desk.draft(formOf(await read()))
    await desk.approve(id)
    const row = (await stored(id)).find((one) => one['name'] === '图1.png')
    const changed = red.slice()
    changed[changed.length - 1] = 1
    await house.overwrite(String(row?.['object_key']), changed)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: { code: 'content-changed', file: '图1.png' },
    })
    await house.overwrite(String(row?.['object_key']), red)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
    const shown = await showItem(await house.ctx('east'), id, originOf)
    expect(shown.ok && shown.value.attachments).toHaveLength(2)
  })

  test('rows 11–18: a figure described anew voids the reviews: they are bound to the tree', async () => {
    const { id } = await desk.draft(formOf(await read()))
    const { document } = await desk.approve(id)
    const other = structuredClone(document)
    for (const block of other.blocks) if (block.type === 'figure') block.alt = '另一种说法'
    await desk.edit(id, { document: other })
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: false })
  })
})

describe('row 5: pasted pages', () => {
  test('how many pictures were only pointed to, and where', () => {
    const made = convertPaste(author, {
      html: '<p>第一段<img src="https://a.example/1.png"></p><ul><li>点<img src=2></ul><p><img src=3></p>',
    })
    expect(made.ok && made.value.dropped.images).toBe(3)
    expect(made.ok && made.value.remarks).toEqual([
      { kind: 'web', near: '第一段' },
      { kind: 'web', near: '点' },
      { kind: 'web', near: '点' },
    ])
    expect(made.ok && made.value.document.blocks).toHaveLength(2)
  })
})
