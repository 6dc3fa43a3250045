import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPackage } from '../../../src/usecases/application/open-package.ts'
import { readCaseFile } from '../../../src/usecases/application/read-file.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { scanCaseFile } from '../../../src/usecases/application/scan-case-file.ts'
import { sweepAgency } from '../../../src/usecases/region/sweep-agency.ts'
import type { Scanner } from '../../../src/usecases/scanner.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { bytesOf, pdf, personForm } from '../../support/application-form.ts'
import { eicar, par, run, word } from '../../domain/inspection/sample-documents.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const submitting = (file: { name: string; bytes: Uint8Array<ArrayBuffer> }) => ({
  raw: personForm(),
  files: [{ name: '说明.pdf', bytes: pdf }, file],
  idempotencyKey: null,
  clientKey: null,
})

test.each([
  ['in plain text', 'a.txt', bytesOf(eicar)],
  ['in base64', 'b.txt', bytesOf(`说明 ${btoa(eicar)}`)],
  ['inside a Word file', 'c.docx', word(par(run('x')), { 'word/media/a.png': eicar })],
] as const)(
  'security 44: an attachment with known malware %s is refused by its place, and nothing is kept',
  async (_, name, bytes) => {
    const ctx = await house.ctx('hill', { type: 'public' }, at)
    expect(await receiveApplication(ctx, submitting({ name, bytes }))).toEqual({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer: '/files/1', problem: 'file-infected' }] },
    })
    expect(await house.rows('hill', 'application')).toEqual([])
  },
)

test('security 44: where the deployment has a scanner, nobody opens an applicant’s file before its verdict, and none that is harmful', async () => {
  const ctx = await house.ctx('west', { type: 'public' }, at)
  const verdicts = new Map<string, 'clean' | 'infected'>()
  const seen: string[] = []
  const scanner: Scanner = {
    isRemote: true,
    scan: async ({ name, bytes }) => {
      seen.push(`${name} ${String(bytes.length)}`)
      return { verdict: verdicts.get(name) ?? 'infected' }
    },
  }
  verdicts.set('说明.pdf', 'clean')
  const remote: Ctx = { ...ctx, scanner }
  const picture = { name: '附图.txt', bytes: bytesOf('一张图') }
  const done = await receiveApplication(remote, submitting(picture))
  if (!done.ok) throw new Error(done.refusal.code)
  const { receipt } = done.value
  const files = (await house.rows('west', 'application_file')).map(({ id }) => String(id))
  expect(files).toHaveLength(2)
  for (const key of files) {
    expect(house.posted).toContainEqual({ v: 1, kind: 'scan', tenant: 'west', key })
  }
  const desk = { ...remote, actor: officer('registrar', 'handler', 'information-officer') }
  for (const id of files) {
    expect(await readCaseFile(desk, receipt, id)).toMatchObject({
      refusal: { code: 'file-pending' },
    })
  }
  // What the queue lost, the sweep asks for again.
  const posted: unknown[] = []
  const post: Ctx['post'] = async (message) => void posted.push(message)
  await sweepAgency({ ...remote, now: ctx.now + 60_000, post }, null)
  for (const key of files) {
    expect(posted).toContainEqual({ v: 1, kind: 'scan', tenant: 'west', key })
  }
  const job: Ctx = { ...remote, actor: { type: 'system', job: 'scan' } }
  for (const id of [...files, ...files]) expect((await scanCaseFile(job, id)).ok).toBe(true)
  expect(seen.toSorted()).toEqual([`说明.pdf ${String(pdf.length)}`, '附图.txt 9'])

  const read = await Promise.all(files.map(async (id) => readCaseFile(desk, receipt, id)))
  expect(read.map((one) => (one.ok ? one.value.name : one.refusal.code)).toSorted()).toEqual([
    'file-pending',
    '说明.pdf',
  ])
  const packed = await openPackage({ ...remote, actor: officer('head') }, receipt)
  if (!packed.ok) throw new Error(packed.refusal.code)
  const bytes = await Promise.all(packed.value.files.map(async ({ read: open }) => open()))
  expect(bytes.filter((one) => one === null)).toHaveLength(1)
})
