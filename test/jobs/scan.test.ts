import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import { readItemFile } from '../../src/usecases/item/files/read-file.ts'
import { showInspection } from '../../src/usecases/item/files/show-inspection.ts'
import { showItem } from '../../src/usecases/item/show-item.ts'
import { bytesOf } from '../support/application-form.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { openScanWorker, type ScanWorker } from '../support/scan-worker.ts'
import { importInto, originOf } from '../usecases/item/import-files.ts'
import { gateFailing } from './chaos.ts'
import { batchOf, workRoom } from './work-room.ts'

const at = '2026-11-20T12:00:00+08:00'
let house: House
let service: ScanWorker
let item: string
beforeAll(async () => {
  house = await openHouse()
  service = await openScanWorker()
  await importInto(house, 'east', [
    { id: '1', title: '通知', publishedOn: '2026-11-01', column: '规划计划' },
  ])
  item = String((await house.rows('east', 'published'))[0]?.['id'])
})
afterAll(async () => {
  await service.close()
  await house.close()
})

async function staff(): Promise<Ctx> {
  const ctx = await house.ctx('east', officer('information-officer'), at)
  return { ...ctx, scanner: service.scanner }
}

async function upload(text: string): Promise<string> {
  const added = await addItemFile(
    { ...(await staff()), actor: { type: 'system', job: 'test' } },
    item,
    { name: '附件.txt', bytes: bytesOf(text) },
  )
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value.id
}

const room = (instant: string) => {
  const { parts, sent } = workRoom(house, gateFailing(0, 'before'), instant)
  return { parts: { ...parts, scanner: service.scanner }, sent }
}
const scanOf = (key: string) => ({ v: 1, kind: 'scan', tenant: 'east', key })

async function publicSees(file: string): Promise<{ opened: boolean; listed: boolean }> {
  const ctx = await house.ctx('east')
  const opened = await readItemFile(ctx, item, file)
  const shown = await showItem(ctx, item, originOf)
  const listed = shown.ok && shown.value.attachments.some(({ id }) => id === file)
  return { opened: opened.ok, listed }
}
const stateOf = async (file: string): Promise<unknown> => {
  const shown = await showInspection(await staff(), item, file)
  return shown.ok ? shown.value.scan : shown.refusal
}

test('security 44: a file is 待检 and nobody reads it until the scanner of the deployment says clean', async () => {
  const file = await upload('第一个附件')
  expect(house.posted).toContainEqual(scanOf(file))
  expect(await stateOf(file)).toBe('pending')
  expect(await publicSees(file)).toEqual({ opened: false, listed: false })
  const { parts } = room(at)
  // The queue may bring it twice.
  await consume(batchOf([scanOf(file), scanOf(file)]).batch, parts)
  expect(await stateOf(file)).toBe('clean')
  expect(await publicSees(file)).toEqual({ opened: true, listed: true })
  const events = await house.rows('east', 'event')
  expect(events.filter(({ entity_id: id }) => id === file)).toMatchObject([
    { kind: 'file.scanned', seq: 1 },
  ])
})

test('security 44: a file that is found harmful is never served', async () => {
  const file = await upload('harmful')
  await consume(batchOf([scanOf(file)]).batch, room(at).parts)
  expect(await stateOf(file)).toBe('infected')
  expect(await publicSees(file)).toEqual({ opened: false, listed: false })
})

test('security 44, 92: while the scanner is down files wait, are asked for again, and half an hour later there is an alarm', async () => {
  const lines: string[] = []
  const log = vi.spyOn(console, 'error').mockImplementation((line: unknown) => {
    lines.push(String(line))
  })
  const file = await upload('等待的附件')
  await service.setDown(true)
  const down = batchOf([scanOf(file)])
  await consume(down.batch, room(at).parts)
  expect(down.left()).toEqual([scanOf(file)])
  expect(await publicSees(file)).toEqual({ opened: false, listed: false })

  const sweep = { v: 1, kind: 'sweep', tenants: ['east'] }
  lines.length = 0
  const soon = room('2026-11-20T12:10:00+08:00')
  await consume(batchOf([sweep]).batch, soon.parts)
  expect(soon.sent).toContainEqual(scanOf(file))
  expect(lines.join('\n')).not.toContain('scan-stuck')
  await consume(batchOf([sweep]).batch, room('2026-11-20T12:31:00+08:00').parts)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual({
    level: 'error',
    error: 'scan-stuck',
    agency: 'east',
    files: 1,
  })

  await service.setDown(false)
  await consume(batchOf([scanOf(file)]).batch, room('2026-11-20T12:40:00+08:00').parts)
  expect(await publicSees(file)).toEqual({ opened: true, listed: true })
  log.mockRestore()
})

test('a message for a file that nobody has is given up, not tried for ever', async () => {
  const unknown = batchOf([scanOf('none')])
  await consume(unknown.batch, room(at).parts)
  expect(unknown.acked()).toEqual([scanOf('none')])
})
