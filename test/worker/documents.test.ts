import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromText } from '../../src/domain/document/from-text.ts'
import { toDocx } from '../../src/domain/document/docx/to-docx.ts'
import { bootWorker, type TestWorker } from '../support/worker.ts'
import { logIn } from '../support/worker-staff.ts'

let worker: TestWorker
let token: string
beforeAll(async () => {
  worker = await bootWorker(['yongqiao'])
  token = await logIn(worker, 'yongqiao', 'information-officer')
}, 120_000)
afterAll(() => worker.close())

const body =
  '各乡镇人民政府：\n一、总则\n正文㛃䶮𠮷。\n姓名\t职务\n甲\t组长\n东县人民政府\n2026年3月2日'

function upload(path: string, form: FormData): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return worker.request('yongqiao', path, { method: 'POST', headers, body: form })
}

test('row 5: the bundle in the runtime reads a Word file', async () => {
  const file = await toDocx({
    title: '关于印发要点的通知',
    docNumber: null,
    issuer: '东县人民政府',
    writtenOn: null,
    tree: fromText(body),
  })
  const form = new FormData()
  form.set('file', new File([file], '稿.docx'))
  const answer = await upload('/api/v1/desk/documents/convert', form)
  expect(await answer.json()).toMatchObject({
    title: '关于印发要点的通知',
    document: fromText(body),
    warnings: [],
  })
})

test('row 76: the bundle in the runtime writes Word and PDF', async () => {
  const form = new FormData()
  const line = JSON.stringify({
    title: '要点',
    publishedOn: '2026-03-02',
    column: '规划计划',
    body,
  })
  form.set('file', new File([line], 'a.jsonl'))
  const imported = await upload('/api/v1/desk/imports?kind=items', form)
  expect(await imported.json()).toMatchObject({ committed: true })
  const listed = await worker.request('yongqiao', '/api/v1/items?limit=1')
  const id = String(Object(await listed.json())['items'][0].id)
  for (const [format, start] of [
    ['docx', 'PK'],
    ['pdf', '%P'],
  ] as const) {
    const answer = await worker.request('yongqiao', `/items/${id}/document.${format}`)
    expect(answer.status).toBe(200)
    expect((await answer.text()).slice(0, 2)).toBe(start)
  }
})
