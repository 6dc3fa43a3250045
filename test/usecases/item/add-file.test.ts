import { afterAll, beforeAll, expect, test } from 'vitest'
import { addItemFile } from '../../../src/usecases/item/files/add-file.ts'
import { inspectFile } from '../../../src/usecases/item/files/inspect-file.ts'
import { showInspection } from '../../../src/usecases/item/files/show-inspection.ts'
import { hire, logIn, tokenOf } from '../../http/desk-door.ts'
import { bytesOf } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { openDoor } from '../../support/http.ts'
import {
  coreProperties,
  deleted,
  eicar,
  jpegWithPlace,
  par,
  run,
  word,
} from '../../domain/inspection/sample-documents.ts'
import { importInto } from './import-files.ts'

const id = '110101199003070046'
let house: House
let item: string
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', [
    { id: '1', title: '通知', publishedOn: '2026-11-01', column: '规划计划' },
  ])
  item = String((await house.rows('east', 'published'))[0]?.['id'])
})
afterAll(() => house.close())

const add = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  addItemFile(await house.ctx('east', { type: 'system', job: 'test' }), item, { name, bytes })

test('security 45, 46, row 13: what was found in a file is kept, shown to staff, and to nobody else', async () => {
  const file = word(par(run('联系人 13956012345'), run('内部', '<w:vanish/>')), {
    'docProps/core.xml': coreProperties('张三', '张三'),
  })
  const added = await add('名单.docx', file)
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const files = await house.rows('east', 'item_file')
  const row = files.find((one) => one['id'] === added.value.id)
  expect(row).toMatchObject({ scan: 'clean', scan_since: null, words: '联系人 13956012345' })

  const door = openDoor(house)
  await hire(house, 'east', ['information-officer'])
  const token = await tokenOf(door, 'east', 'information-officer')
  const path = `/desk/items/${item}/files/${added.value.id}/inspection`
  const shown = await door.api('east', path, { headers: { authorization: `Bearer ${token}` } })
  expect(shown.body).toEqual({
    file: added.value.id,
    name: '名单.docx',
    scan: 'clean',
    inspection: {
      findings: [{ kind: 'phone', masked: '139****2345', isHidden: false }],
      findingCount: 1,
      traces: [
        { trace: 'hidden-text', detail: '内部' },
        { trace: 'author', detail: '张三' },
      ],
      unread: null,
      isComplete: true,
    },
  })
  expect((await door.api('east', path)).status).toBe(401)
  const officers = await logIn(door, 'east', 'information-officer')
  const page = await (await officers.get(path)).text()
  for (const said of ['手机号码：139****2345', '隐藏文字：内部', '作者或修改人：张三']) {
    expect(page).toContain(said)
  }
  expect(page).not.toContain('13956012345')
  const stranger = await showInspection(
    await house.ctx('west', officer('information-officer')),
    item,
    added.value.id,
  )
  expect(stranger).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
})

test('security 44: a harmful file is refused on arrival', async () => {
  for (const [name, bytes] of [
    ['a.txt', bytesOf(eicar)],
    ['b.txt', bytesOf(`说明 ${btoa(eicar)}`)],
    ['c.docx', word(par(run('x')), { 'word/media/a.png': eicar })],
  ] as const) {
    expect(await add(name, bytes)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer: '/file', problem: 'file-infected' }] },
    })
  }
})

test('security 45: a full identity number goes straight to the public through no file, hidden or not', async () => {
  for (const [name, bytes] of [
    ['a.txt', bytesOf(`王某某 ${id}`)],
    ['b.csv', bytesOf(`姓名,账号\n王某某,6222021234567890128\n`)],
    ['c.docx', word(par(run('名单'), run(id, '<w:vanish/>')))],
    ['d.docx', word(par(run('名单'), deleted(id, '李')))],
    [`${id}.txt`, bytesOf('文件名里的号码')],
  ] as const) {
    expect([name, await add(name, bytes)]).toMatchObject([
      name,
      { ok: false, refusal: { code: 'invalid', errors: [{ problem: 'file-personal' }] } },
    ])
  }
})

test('security 45: what was only blackened goes straight to the public through no file', async () => {
  const bar = '<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>'
  for (const body of [run('王某', bar), run('王某', '<w:color w:val="FFFFFF"/>')]) {
    expect(await add('名单.docx', word(par(run('名单'), body)))).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer: '/file', problem: 'file-redaction' }] },
    })
  }
})

test('security 45: what could not be looked at is named', async () => {
  const photo = await inspectFile(jpegWithPlace(), 'a.jpg', 'image/jpeg')
  expect(photo.inspection).toMatchObject({ unread: 'picture', isComplete: false })
  const partly = word(par(run('x')), { 'word/embeddings/oleObject1.bin': 'x' })
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  expect((await inspectFile(partly, 'a.docx', type)).inspection.unread).toBe('partly')
})

test('a file with more findings than are kept says how many there are', async () => {
  const phones = Array.from({ length: 300 }, (_, at) => `139${String(10_000_000 + at * 7919)}`)
  const { inspection } = await inspectFile(bytesOf(phones.join('\n')), 'a.txt', 'text/plain')
  expect(inspection.findings).toHaveLength(100)
  expect(inspection.findingCount).toBeGreaterThan(250)
})
