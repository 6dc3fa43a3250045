import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishGuide } from '../../../src/usecases/catalog/publish-guide.ts'
import {
  listGuideVersions,
  showGuide,
  showGuideVersion,
  type GuideView,
} from '../../../src/usecases/catalog/show-guide.ts'
import { openHouse, officer, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const staff = officer('information-officer')
const now = '2026-11-20T10:00:00+08:00'

async function current(): Promise<GuideView> {
  const shown = await showGuide(await house.ctx('east'))
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value
}

describe('row 5: the guide', () => {
  test('the first version comes from the manifest and has every statutory field', async () => {
    const guide = await current()
    expect(guide).toMatchObject({ version: 1, current: true, publishedAt: null })
    for (const text of Object.values(guide.fields)) expect(text).not.toBe('')
    expect(guide.fields.telephone).toBe('0557-0000001')
  })

  test('a missing statutory field blocks the new version, and each is named', async () => {
    const { fields } = await current()
    const { telephone: _telephone, ...without } = fields
    const ctx = await house.ctx('east', staff, now)
    const raw = { ...without, fax: ' ', internet: '', note: '改' }
    const refused = await publishGuide(ctx, raw)
    const errors = !refused.ok && refused.refusal.code === 'invalid' ? refused.refusal.errors : []
    expect(errors.map(({ pointer, problem }) => [pointer, problem])).toEqual([
      ['/telephone', 'required'],
      ['/fax', 'required'],
      ['/internet', 'required'],
    ])
    expect((await current()).version).toBe(1)
  })

  test('a telephone without a number is none', async () => {
    const { fields } = await current()
    const ctx = await house.ctx('east', staff, now)
    expect(await publishGuide(ctx, { ...fields, telephone: '暂无电话', note: '改' })).toMatchObject(
      {
        refusal: { errors: [{ pointer: '/telephone', problem: 'ill-formed' }] },
      },
    )
    expect((await current()).version).toBe(1)
  })

  test('a new version is in force at once, and every earlier one stays readable', async () => {
    const before = await current()
    const ctx = await house.ctx('east', staff, now)
    const raw = { ...before.fields, telephone: '0557-9999999', note: '电话变更', seen: 1 }
    expect(await publishGuide(ctx, raw)).toMatchObject({
      ok: true,
      value: { version: 2, current: true, publishedAt: '2026-11-20T10:00:00+08:00' },
    })
    expect((await current()).fields.telephone).toBe('0557-9999999')
    expect(await showGuideVersion(await house.ctx('east'), 1)).toMatchObject({
      value: { version: 1, current: false, fields: { telephone: '0557-0000001' } },
    })
    expect(await listGuideVersions(await house.ctx('east'))).toMatchObject({
      value: { items: [{ version: 2, note: '电话变更' }, { version: 1 }] },
    })
    expect(await showGuideVersion(await house.ctx('east'), 3)).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const events = await house.rows('east', 'event')
    expect(events.at(-1)).toMatchObject({ kind: 'guide.published', entity: 'guide' })
  })

  test('two at once: the second is told, and no version is lost', async () => {
    const { fields, version } = await current()
    const ctx = await house.ctx('east', staff, now)
    const both = await Promise.all(
      ['甲', '乙'].map((note) => publishGuide(ctx, { ...fields, note, seen: version })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
    expect((await current()).version).toBe(version + 1)
  })

  test('only those who publish may', async () => {
    const viewer = await house.ctx('east', officer('viewer'), now)
    expect(await publishGuide(viewer, {})).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})
