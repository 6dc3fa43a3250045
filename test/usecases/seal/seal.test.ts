import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { officialFile } from '../../../src/http/official-file.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { readInstrument } from '../../../src/usecases/application/instrument/read-instrument.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { sweepFiles } from '../../../src/usecases/region/sweep-files.ts'
import { decideOnSeal } from '../../../src/usecases/seal/decide.ts'
import { listSeals, showPicture } from '../../../src/usecases/seal/list.ts'
import { proposeSeal } from '../../../src/usecases/seal/propose.ts'
import { entry } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { openDoor } from '../../support/http.ts'
import { sealPicture } from '../../support/seal-picture.ts'
import { staticAssets } from '../../support/static-assets.ts'

const at = '2026-03-10T09:00:00+08:00'
const first: Actor = { ...staff('s-first'), roles: ['admin'] }
const second: Actor = { ...staff('s-second'), roles: ['head'] }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

function staff(id: string): Extract<Actor, { type: 'staff' }> {
  return { type: 'staff', id, name: id, roles: ['head'], sessionId: 'test' }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const ctxOf = (actor: Actor, when = at): Promise<Ctx> => house.ctx('east', actor, when)

/** A letter of correction, issued at a moment; answers receipt and id. */
async function issued(when: string): Promise<{ receipt: string; id: string }> {
  const desk = await ctxOf(officer('head', 'registrar'), when)
  const receivedOn = '2026-03-09'
  const { receipt } = valueOf(await enterApplication(desk, entry('in-person', { receivedOn })))
  const asked = { unclear: '年份不明', guidance: '写明年份', days: 7 }
  valueOf(await actOnCase(desk, receipt, 'request-correction', asked))
  const letters = valueOf(await showCase(desk, receipt)).instruments
  return { receipt, id: letters.find(({ kind }) => kind !== 'receipt')?.id ?? '' }
}

async function pdfOf(
  { receipt, id }: { receipt: string; id: string },
  when = at,
): Promise<Uint8Array> {
  const desk = await ctxOf(officer('head'), when)
  const document = valueOf(await readInstrument(desk, receipt, id))
  return (await officialFile(document, 'pdf', staticAssets)).body
}

const bears = (pdf: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(pdf).includes('/Seal Do') ||
  new TextDecoder('latin1').decode(pdf).includes('/XObject')

test('only what is issued while a seal is in use bears it, and keeps it when the seal changes (ADR 11)', async () => {
  const before = await issued(at)
  const ctx = await ctxOf(first)
  valueOf(await proposeSeal(ctx, sealPicture(), { from: '2026-03-11' }))
  const [seal] = valueOf(await listSeals(ctx))
  const id = seal?.id ?? ''
  expect(await decideOnSeal(ctx, id, 'approve', {})).toMatchObject({
    refusal: { code: 'same-person' },
  })
  expect(seal?.actions).toEqual(['end'])
  valueOf(await decideOnSeal(await ctxOf(second), id, 'approve', { version: 1 }))
  const early = await issued('2026-03-10T18:00:00+08:00')
  const sealed = await issued('2026-03-11T09:00:00+08:00')
  expect([bears(await pdfOf(before)), bears(await pdfOf(early))]).toEqual([false, false])
  const kept = await pdfOf(sealed)
  expect(bears(kept)).toBe(true)
  const later = '2026-03-12T09:00:00+08:00'
  valueOf(await decideOnSeal(await ctxOf(second, later), id, 'end', {}))
  const after = await issued(later)
  expect(bears(await pdfOf(after, later))).toBe(false)
  expect(await pdfOf(sealed, later)).toEqual(kept)
  // Two days later the nightly sweep leaves it alone: letters need it for ever.
  await sweepFiles(await ctxOf(first), Date.now() + 3 * 86_400_000)
  expect(await pdfOf(sealed, later)).toEqual(kept)
})

test('the picture itself is for those who answer for the agency alone, and for no public route', async () => {
  const [seal] = valueOf(await listSeals(await ctxOf(first)))
  const id = seal?.id ?? ''
  expect(valueOf(await showPicture(await ctxOf(second), id)).length).toBe(sealPicture().length)
  for (const actor of [
    officer('handler', 'registrar', 'information-officer'),
    { type: 'public' } as const,
  ]) {
    expect((await showPicture(await ctxOf(actor), id)).ok).toBe(false)
    expect((await listSeals(await ctxOf(actor))).ok).toBe(false)
  }
  const door = openDoor(house, { at })
  const [row] = await house.rows('east', 'seal_image')
  for (const path of [
    `/desk/seals/${id}/image`,
    `/${String(row?.['object_key'])}`,
    `/items/${id}/files/${id}`,
  ]) {
    const answer = await door.request('east', path)
    expect(answer.status).not.toBe(200)
  }
  // At rest it is sealed as well.
  const { files } = await house.tenant('east')
  const stored = await files.get(String(row?.['object_key']))
  const bytes = new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect(bytes.length).toBeGreaterThan(100)
  expect([...bytes.subarray(0, 4)]).not.toEqual([0x89, 0x50, 0x4e, 0x47])
})

test('what is no picture of a seal, or begins in the past, leaves nothing', async () => {
  const ctx = await ctxOf(first)
  const before = await house.rows('east', 'seal_image')
  expect(await proposeSeal(ctx, new Uint8Array(50), { from: '2026-03-11' })).toMatchObject({
    refusal: { errors: [{ pointer: '/picture', problem: 'file-seal' }] },
  })
  expect(await proposeSeal(ctx, sealPicture(), { from: '2026-03-09' })).toMatchObject({
    refusal: { errors: [{ pointer: '/from', problem: 'before' }] },
  })
  expect(await proposeSeal(ctx, null, { from: '2026-03-11' })).toMatchObject({
    refusal: { errors: [{ pointer: '/picture', problem: 'required' }] },
  })
  expect(await house.rows('east', 'seal_image')).toEqual(before)
})
