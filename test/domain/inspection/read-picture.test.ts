import { expect, test } from 'vitest'
import { orientationOf } from '../../../src/domain/shared/exif-entries.ts'
import { isJpeg, isPng } from '../../../src/domain/shared/file-shape.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { stripTraces } from '../../../src/domain/inspection/strip-traces.ts'
import { bytesOf } from '../../support/application-form.ts'
import { png } from '../../support/sample-files.ts'
import { jpegWithPlace } from './sample-documents.ts'

function chunk(name: string, content: string): number[] {
  const body = bytesOf(content)
  return [0, 0, 0, body.length, ...bytesOf(name), ...body, 1, 2, 3, 4]
}
const told = new Uint8Array([
  ...png.subarray(0, 33),
  ...chunk('tEXt', 'Author\0Zhang San'),
  ...chunk('zTXt', 'Comment\0\0x'),
  ...png.subarray(33),
])

test('security 46: a photograph says where it was taken and by whom, until that is taken away', async () => {
  const photo = jpegWithPlace()
  const reading = await readAttachment(photo, 'image/jpeg')
  expect(reading).toMatchObject({ unread: 'picture', isComplete: false })
  expect(reading.traces).toEqual([
    { trace: 'author', detail: 'wangwu' },
    { trace: 'location', detail: '33.63333, 116.96667' },
    { trace: 'remark', detail: 'in house only' },
  ])
  const clean = stripTraces(photo, 'image/jpeg')
  expect(isJpeg(clean)).toBe(true)
  expect((await readAttachment(clean, 'image/jpeg')).traces).toEqual([])
  expect(clean.slice(-9)).toEqual(photo.slice(-9))
  expect(stripTraces(clean, 'image/jpeg')).toBe(clean)
})

test('security 46: texts in a PNG picture are shown, and can be taken away', async () => {
  const reading = await readAttachment(told, 'image/png')
  expect(reading.traces).toEqual([
    { trace: 'author', detail: 'Author: Zhang San' },
    { trace: 'remark', detail: 'Comment' },
  ])
  const clean = stripTraces(told, 'image/png')
  expect(isPng(clean)).toBe(true)
  expect(clean).toEqual(png)
})

test('a photograph that is to be turned stays so when its place is taken away', async () => {
  const photo = jpegWithPlace(6)
  const clean = stripTraces(photo, 'image/jpeg')
  expect((await readAttachment(clean, 'image/jpeg')).traces).toEqual([])
  expect(clean.length).toBeLessThan(photo.length)
  const exif = clean.subarray(2 + 4 + 6)
  expect(orientationOf(exif)).toBe(6)
  expect(stripTraces(clean, 'image/jpeg')).toBe(clean)
})

test('a picture cut anywhere gives an answer', async () => {
  for (const [type, file] of [
    ['image/jpeg', jpegWithPlace()],
    ['image/png', told],
  ] as const) {
    for (let at = 0; at < file.length; at += 3) {
      expect(await readAttachment(file.slice(0, at), type)).toMatchObject({ unread: 'picture' })
      expect(stripTraces(file.slice(0, at), type).length).toBeLessThanOrEqual(at)
    }
  }
})

test('a photograph whose turning is said to lie outside its data stands as it is', () => {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 4, 0, 0, 0, 9, 0xff, 0, 0, 0]
  expect(orientationOf(new Uint8Array(tiff))).toBe(1)
})
