import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { publishDue } from '../../../src/usecases/item/publish-due.ts'
import { readItemFile } from '../../../src/usecases/item/files/read-file.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { bytesOf, pdf } from '../../support/application-form.ts'
import { par, run, word } from '../../domain/inspection/sample-documents.ts'
import { hire, logIn } from '../../http/desk-door.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor } from '../../support/http.ts'
import { complete, deskOf, people, person, ticked, type DeskHand } from './desk-items.ts'
import { originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

const publicly = async (id: string): Promise<unknown> =>
  showItem(await house.ctx('east'), id, originOf)
const found = async (q: string): Promise<string[]> => {
  const page = await listItems(await house.ctx('east'), { q }, originOf)
  return page.ok ? page.value.items.map(({ id }) => id) : []
}

describe('row 12: the attribute comes first (条例第17条)', () => {
  it('no draft leaves its author without an attribute and what Art. 12 asks for', async () => {
    const { id } = await desk.draft({ attribute: null, summary: null, writtenOn: null })
    const sent = await desk.act(id, 'submit', people.author)
    expect(sent).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    const pointers = sent.ok || sent.refusal.code !== 'invalid' ? [] : sent.refusal.errors
    expect(pointers.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/attribute',
      '/summary',
      '/writtenOn',
    ])
  })

  it('a refusal needs its article and reason, is kept from the public and assessed again in a year', async () => {
    const { id } = await desk.draft({
      attribute: 'withheld',
      title: '涉及第三方商业秘密的评估报告',
    })
    expect(await desk.act(id, 'submit', people.author)).toMatchObject({ ok: false })
    await desk.edit(id, { ground: 'trade-secret', groundReason: '评估对象不同意公开' })
    await desk.approve(id)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: { code: 'not-for-public' },
    })
    const held = await desk.act(id, 'hold', people.head)
    expect(held).toMatchObject({ ok: true, value: { state: 'held', reassessOn: '2027-11-22' } })
    expect(await publicly(id)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await found('商业秘密的评估')).toEqual([])
  })
})

describe('row 13: two levels of secrecy review by different persons, in order, bound to the bytes', () => {
  it('walks from draft to the public, and shows who reviewed which bytes and when', async () => {
    const item = await desk.publish()
    expect(item).toMatchObject({ state: 'published', isLive: true, missing: [] })
    expect(item.indexNumber).toMatch(/^\d+\/2026-\d{5}$/)
    expect(item.reviews.map(({ level, verdict, isVoid }) => [level, verdict, isVoid])).toEqual([
      ['first', 'approve', false],
      ['final', 'approve', false],
    ])
    expect(new Set(item.reviews.map(({ digest }) => digest))).toEqual(new Set([item.digest]))
    expect(await publicly(item.id)).toMatchObject({
      ok: true,
      value: { title: complete.title, docNumber: complete.docNumber },
    })
    expect(await found('确保灌溉用水')).toContain(item.id)
  })

  it('nobody reviews what they wrote, nobody gives two reviews, and the order is fixed', async () => {
    const both = person('p-both', 'information-officer', 'first-reviewer', 'final-reviewer')
    const { id } = await desk.draft()
    await desk.edit(id, { title: '改过的标题' }, both)
    await desk.act(id, 'submit', people.author)
    expect(await desk.act(id, 'approve', both, ticked)).toMatchObject({
      refusal: { code: 'review-barred', why: 'is-editor' },
    })
    expect(await desk.act(id, 'approve', people.final, ticked)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const two = person('p-two', 'first-reviewer', 'final-reviewer')
    expect(await desk.act(id, 'approve', two, ticked)).toMatchObject({ ok: true })
    expect(await desk.act(id, 'approve', two, ticked)).toMatchObject({
      refusal: { code: 'review-barred', why: 'reviewed-before' },
    })
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: { code: 'step-not-open' },
    })
  })

  it('a reviewer whose role changes between the two reviews still gives only one', async () => {
    const { id } = await desk.draft()
    await desk.act(id, 'submit', people.author)
    await desk.act(id, 'approve', person('p-promoted', 'first-reviewer'), ticked)
    const promoted = person('p-promoted', 'final-reviewer')
    expect(await desk.act(id, 'approve', promoted, ticked)).toMatchObject({
      refusal: { code: 'review-barred' },
    })
  })

  it('every check must be ticked', async () => {
    const { id } = await desk.draft()
    await desk.act(id, 'submit', people.author)
    const some = { checks: ticked.checks.slice(1) }
    expect(await desk.act(id, 'approve', people.first, some)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/checks' }] },
    })
  })

  it('an edit after review voids it, and publication refuses', async () => {
    const { id } = await desk.draft()
    const approved = await desk.approve(id)
    expect(approved.state).toBe('approved')
    const edited = await desk.edit(id, { summary: '改了一个字。' })
    expect(edited).toMatchObject({
      ok: true,
      value: { state: 'draft', missing: ['first', 'final'] },
    })
    expect(edited.ok && edited.value.reviews.every(({ isVoid }) => isVoid)).toBe(true)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: false })
    expect(await publicly(id)).toMatchObject({ ok: false })
  })

  it('changing one byte of an attachment after review makes publication refuse', async () => {
    const { id } = await desk.draft()
    const ctx = await house.ctx('east', people.author, at)
    const file = await attachFile(ctx, id, { name: '附件.pdf', bytes: pdf })
    expect(file).toMatchObject({ ok: true })
    await desk.approve(id)
    const files = await house.rows('east', 'item_file')
    const row = files.find((one) => one['item_id'] === id)
    const changed = pdf.slice()
    changed[9] = 0x32
    await house.overwrite(String(row?.['object_key']), changed)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: { code: 'content-changed', file: '附件.pdf' },
    })
    expect(await publicly(id)).toMatchObject({ ok: false })
    await house.overwrite(String(row?.['object_key']), pdf)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
    const fileId = file.ok ? file.value.id : ''
    expect(await readItemFile(await house.ctx('east'), id, fileId)).toMatchObject({ ok: true })
  })

  it('personal numbers stop it until the final reviewer says why they may stand', async () => {
    const { id } = await desk.draft({ body: '联系人张三，身份证号 11010519491231002X。' })
    await desk.act(id, 'submit', people.author)
    const first = await desk.act(id, 'approve', people.first, ticked)
    expect(first).toMatchObject({
      ok: true,
      value: { findings: { findings: [{ where: 'text' }] } },
    })
    expect(JSON.stringify(first)).not.toContain('"masked":"11010519491231002X"')
    expect(await desk.act(id, 'approve', people.final, ticked)).toMatchObject({
      refusal: { code: 'findings-open' },
    })
    const override = { reason: '本人书面同意公开' }
    expect(await desk.act(id, 'approve', people.final, { ...ticked, override })).toMatchObject({
      ok: true,
      value: { state: 'approved' },
    })
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
  })

  it('security 45: words that were only blackened stop it until the file is mended or somebody says why', async () => {
    const { id } = await desk.draft()
    const ctx = await house.ctx('east', people.author, at)
    const bytes = word(par(run('补助对象：'), run('王某', '<w:highlight w:val="black"/>')))
    expect(await attachFile(ctx, id, { name: '名单.docx', bytes })).toMatchObject({ ok: true })
    await desk.act(id, 'submit', people.author)
    const first = await desk.act(id, 'approve', people.first, ticked)
    expect(first).toMatchObject({
      value: { findings: { findings: [{ kind: 'covered-text', masked: '王某' }] } },
    })
    expect(await desk.act(id, 'approve', people.final, ticked)).toMatchObject({
      refusal: { code: 'findings-open', count: 1 },
    })
    const door = openDoor(house, { at })
    await hire(house, 'east', ['viewer'])
    const page = await (await logIn(door, 'east', 'viewer')).get(`/desk/items/${id}`)
    expect(await page.text()).toContain('涂黑不等于删除')
    const override = { reason: '样表，黑块下没有真名' }
    await desk.act(id, 'approve', people.final, { ...ticked, override })
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
  })

  it('three levels where the agency asks for them', async () => {
    const tenant = await house.ctx('east', people.author, at)
    const settings = { ...tenant.agency.settings, reviewLevels: 3 as const }
    const strict = {
      ...house,
      ctx: async (...args: Parameters<House['ctx']>) => {
        const ctx = await house.ctx(...args)
        return { ...ctx, agency: { ...ctx.agency, settings } }
      },
    }
    const three = deskOf(strict, 'east', at)
    const { id } = await three.draft()
    await three.act(id, 'submit', people.author)
    expect(await three.act(id, 'approve', people.first, ticked)).toMatchObject({
      value: { state: 'second-review' },
    })
    const middle = person('p-middle', 'final-reviewer')
    expect(await three.act(id, 'approve', middle, ticked)).toMatchObject({
      value: { state: 'final-review' },
    })
    expect(await three.act(id, 'approve', people.final, ticked)).toMatchObject({
      value: { state: 'approved', missing: [] },
    })
  })
})

describe('two people at one item (mission row 15)', () => {
  it('the second save is told and changes nothing', async () => {
    const { id, version } = await desk.draft()
    expect(await desk.edit(id, { title: '先存的', version })).toMatchObject({ ok: true })
    expect(await desk.edit(id, { title: '后存的', version })).toMatchObject({
      refusal: { code: 'stale' },
    })
  })

  it('of fifty who publish at once one wins', async () => {
    const { id } = await desk.draft()
    await desk.approve(id)
    const done = await Promise.all(
      Array.from({ length: 20 }, () => desk.act(id, 'publish', people.head)),
    )
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const rows = (await house.rows('east', 'published')).filter((row) => row['id'] === id)
    expect(rows).toHaveLength(1)
  })
})

describe('row 14 and 政府网站 rule V0: the publication time is the server’s', () => {
  it('an earlier day needs a reason, which stays on record', async () => {
    const { id } = await desk.draft()
    await desk.approve(id)
    const day = { publishedOn: '2026-11-10' }
    expect(await desk.act(id, 'publish', people.head, day)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/backdateReason' }] },
    })
    const done = await desk.act(id, 'publish', people.head, {
      ...day,
      backdateReason: '当日已在公示栏公开',
    })
    expect(done).toMatchObject({ ok: true, value: { publishedAt: '2026-11-10T00:00:00+08:00' } })
    const editions = await house.rows('east', 'edition')
    expect(editions.find((row) => row['item_id'] === id)?.['backdate_reason']).toBe(
      '当日已在公示栏公开',
    )
  })

  it('only the head and the final reviewer publish', async () => {
    const { id } = await desk.draft()
    await desk.approve(id)
    const admin = person('p-admin', 'admin', 'viewer', 'registrar')
    expect(await desk.act(id, 'publish', admin)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await desk.act(id, 'publish', people.author)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  it('a schedule publishes at its time, once, after asking the conditions again', async () => {
    const { id } = await desk.draft({ title: '定时发布的通知' })
    await desk.approve(id)
    const publishAt = '2026-11-21T09:00:00+08:00'
    expect(await desk.act(id, 'schedule', people.head, { publishAt })).toMatchObject({
      ok: true,
      value: { state: 'scheduled' },
    })
    const system = { type: 'system', job: 'publish-due' } as const
    expect(await publishDue(await house.ctx('east', system, '2026-11-21T08:59:00+08:00'))).toEqual({
      ok: true,
      value: { published: 0 },
    })
    const due = await house.ctx('east', system, '2026-11-21T09:03:00+08:00')
    expect(await publishDue(due)).toEqual({ ok: true, value: { published: 1 } })
    expect(await publishDue(due)).toEqual({ ok: true, value: { published: 0 } })
    expect(await publicly(id)).toMatchObject({ ok: true, value: { publishedAt: publishAt } })
  })
})

it('a file that is no document is refused and nothing is kept', async () => {
  const { id } = await desk.draft()
  const ctx = await house.ctx('east', people.author, at)
  const bad = await attachFile(ctx, id, { name: '病毒.pdf', bytes: bytesOf('MZ not a pdf') })
  expect(bad).toMatchObject({ refusal: { code: 'invalid' } })
})
