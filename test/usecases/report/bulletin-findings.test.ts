import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { actOnFinding } from '../../../src/usecases/report/bulletin/act-on-finding.ts'
import { addFinding } from '../../../src/usecases/report/bulletin/add-finding.ts'
import { answerFinding } from '../../../src/usecases/report/bulletin/answer-finding.ts'
import { bulletinDocument } from '../../../src/usecases/report/bulletin/bulletin-document.ts'
import { showBulletin } from '../../../src/usecases/report/bulletin/show-bulletin.ts'
import {
  listReceivedBulletins,
  type ReceivedFinding,
  showReceivedBulletin,
} from '../../../src/usecases/report/bulletin/show-received.ts'
import type { LetterKind } from '../../../src/domain/letter/letter.ts'
import { commit } from '../../../src/store/commit.ts'
import { planLetter } from '../../../src/usecases/letter/plan-letter.ts'
import { carryAll } from '../../jobs/carry.ts'
import { type House, openHouse } from '../../support/house.ts'
import {
  act,
  answered,
  at,
  generate,
  happened,
  head,
  issue,
  must,
  q3,
  report,
  writer,
} from './bulletin-house.ts'

const january = '2027-01-16T09:00:00+08:00'
const april = '2027-04-16T09:00:00+08:00'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await happened(house, 'river', answered('r', '2026-08-10', [true, false]))
  await report(house, at, 'river', 'hill', 'purse', 'east')
  await generate(house, 'east')
})
afterAll(() => house.close())

const below = async (when = at): Promise<ReceivedFinding[]> =>
  must(await listReceivedBulletins(await house.ctx('river', writer, when))).findings

const late = async (when = at): Promise<ReceivedFinding> => {
  const found = (await below(when)).find(({ what }) => what.includes('逾期答复'))
  if (found === undefined) throw new Error('nothing was found')
  return found
}

const ledger = async (when: string, id = q3) =>
  must(await showBulletin(await house.ctx('east', head, when), house.regionCtx(when), id)).ledger

const carry = (when = at): Promise<void> => carryAll(house, house.posted.splice(0), when)

test('row 66: what the figures show is proposed, what an officer saw is written by hand, each with proof, agency and day', async () => {
  const ctx = await house.ctx('east', writer, at)
  const add = (agency: string, dueOn = '2026-11-20') =>
    addFinding(ctx, house.regionCtx(at), q3, {
      agency,
      what: '公开栏内容两个月没有更换',
      proof: '2026年9月12日检查记录',
      dueOn,
    })
  expect(await add('west')).toMatchObject({ refusal: { errors: [{ pointer: '/agency' }] } })
  expect(await add('pref')).toMatchObject({ refusal: { errors: [{ pointer: '/agency' }] } })
  expect(await add('purse', '2026-10-20')).toMatchObject({
    refusal: { errors: [{ pointer: '/dueOn', problem: 'not-ahead' }] },
  })
  must(await add('purse'))
  const own = must(await add('east'))
  const { waiting } = await ledger(at)
  expect(waiting.find(({ rule }) => rule === 'late-replies')).toMatchObject({
    agency: 'river',
    what: '依申请公开逾期答复 1 件（按时 1 件，答复 2 件）',
    evidence: { of: 'figure', figure: 'applications.totalProcessed.total', period: '2026-Q3' },
    dueOn: '2026-11-19',
  })
  expect(waiting.map(({ rule, agency }) => `${agency} ${rule}`)).toContain('hill blank-month')
  // One that nobody was told of may be dropped, with a reason.
  const blank = waiting.find(({ rule }) => rule === 'blank-month')
  expect(await actOnFinding(ctx, blank?.id ?? '', 'drop', {})).toMatchObject({
    refusal: { errors: [{ pointer: '/text' }] },
  })
  must(await actOnFinding(ctx, blank?.id ?? '', 'drop', { text: '当月合并公开' }))
  must(await actOnFinding(ctx, own.id, 'close', { text: '已更换' }))
  expect((await ledger(at)).closed.map(({ state }) => state).toSorted()).toEqual([
    'closed',
    'dropped',
  ])
})

test('row 66: a finding goes down with the letter, only to the agency that it is about', async () => {
  await issue(house, 'east', q3, ['sent-down'])
  const findings = await below()
  expect(findings.every(({ sender, state }) => sender === 'east' && state === 'open')).toBe(true)
  expect(findings.some(({ what }) => what.includes('公开栏'))).toBe(false)
  const purse = must(await listReceivedBulletins(await house.ctx('purse', writer, at)))
  expect(purse.findings.some(({ what }) => what.includes('公开栏'))).toBe(true)
  const letter = purse.bulletins[0]?.letter_id ?? ''
  const shown = must(await showReceivedBulletin(await house.ctx('purse', writer, at), letter))
  expect(shown.content.sections[0]?.text).not.toContain('{')
  expect(shown.content.lines[0]?.name).toBe('东县财政局')
  expect(await showReceivedBulletin(await house.ctx('river', writer, at), letter)).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('row 66: the agency answers by letter, the office leaves it open or closes it, and the agency learns it', async () => {
  const river = await house.ctx('river', writer, at)
  const finding = await late()
  must(
    await answerFinding(river, 'east', finding.id, {
      text: '已补发答复',
      version: finding.version,
    }),
  )
  expect(await answerFinding(river, 'east', finding.id, { text: '再答' })).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  await carry()
  const east = await house.ctx('east', writer, at)
  const stands = (await ledger(at)).waiting.find(({ id }) => id === finding.id)
  expect(stands).toMatchObject({
    state: 'answered',
    history: expect.arrayContaining([
      expect.objectContaining({ what: 'answered', text: '已补发答复' }),
    ]),
  })
  expect(await actOnFinding(east, finding.id, 'leave-open', {})).toMatchObject({
    refusal: { errors: [{ pointer: '/text' }] },
  })
  must(await actOnFinding(east, finding.id, 'leave-open', { text: '没有附答复书' }))
  await carry()
  expect(await late()).toMatchObject({ state: 'open', opinion: '没有附答复书' })
  must(await answerFinding(river, 'east', finding.id, { text: '附上答复书' }))
  await carry()
})

test('row 66: open findings carry over with age and history; what persists is the same one', async () => {
  const before = await late()
  await happened(house, 'river', answered('r4', '2026-11-10', [false]), january)
  await report(house, january, 'river', 'hill', 'purse', 'east')
  await generate(house, 'east', january)
  const id = 'quarterly-circular-2026-Q4'
  const { waiting } = await ledger(january, id)
  const same = waiting.filter(({ rule }) => rule === 'late-replies')
  expect(same).toHaveLength(1)
  expect(same[0]).toMatchObject({
    id: before.id,
    firstPeriod: '2026-Q3',
    lastPeriod: '2026-Q4',
    times: 2,
    state: 'open',
  })
  expect(waiting.find(({ rule }) => rule === 'by-hand')).toMatchObject({
    times: 2,
    agency: 'purse',
  })
  await issue(house, 'east', id, ['sent-down'], january)
  expect(await late(january)).toMatchObject({ id: before.id, state: 'open', times: 2 })
  expect((await below(january)).filter(({ id: one }) => one === before.id)).toHaveLength(1)
  const east = await house.ctx('east', writer, january)
  must(await actOnFinding(east, before.id, 'close', { text: '核实已整改' }))
  await carry(january)
  expect(await late(january)).toMatchObject({ state: 'closed' })
  await generate(house, 'east', april)
  const next = await ledger(april, 'quarterly-circular-2027-Q1')
  expect(next.waiting.some(({ id: one }) => one === before.id)).toBe(false)
})

test('row 66: a fault that was closed and appears again is the finding of then, opened at the office and below', async () => {
  const [july, id] = ['2027-07-16T09:00:00+08:00', 'quarterly-circular-2027-Q2']
  const before = await late(january)
  await happened(house, 'river', answered('r5', '2027-05-10', [false]), july)
  await report(house, july, 'river', 'hill', 'purse', 'east')
  await generate(house, 'east', july)
  const again = (await ledger(july, id)).waiting.filter(({ rule }) => rule === 'late-replies')
  expect(again).toMatchObject([
    { id: before.id, state: 'open', firstPeriod: '2026-Q3', times: 3, closedOn: null },
  ])
  expect(again[0]?.history.map(({ what }) => what).slice(-2)).toEqual(['closed', 'recurred'])
  expect(again[0]?.dueOn).toBe('2027-08-15')
  // Which one it repeats stands on it, in the table and its files, and in what the agency reads.
  const returned = { closedOn: '2027-01-16', period: '2026-Q4', number: '通报〔2027〕1号' }
  expect(again[0]?.returned).toEqual(returned)
  const east = await house.ctx('east', head, july)
  const view = must(await showBulletin(east, house.regionCtx(july), id))
  expect(view.content.findings.find(({ id: one }) => one === before.id)).toMatchObject({ returned })
  const words = '再次出现：曾列入通报〔2027〕1号，2027-01-16 销号'
  expect(JSON.stringify(bulletinDocument(view, (one) => one))).toContain(words)
  await issue(house, 'east', id, ['sent-down'], july)
  expect(await late(july)).toMatchObject({ id: before.id, state: 'open', times: 3 })
  expect((await late(july)).what).toContain(words)
})

test('forged letters are refused: from who is not above, about a period to come, answers to what is another’s', async () => {
  const send = async (from: string, to: string, kind: LetterKind, payload: unknown) => {
    const ctx = await house.ctx(from, head, april)
    const letter = planLetter(ctx, { to, kind, subject: '假', about: 'x', payload })
    await commit(ctx, letter)
    await carryAll(house, [letter.message], april)
    return (await house.rows(to, 'letter_in')).some(({ id }) => id === letter.id)
  }
  const deadLetters = (): Promise<number | null> =>
    house.region.prepare('SELECT count(*) AS n FROM dead_letter').first('n')
  const dead = await deadLetters()
  const rows = await house.rows('river', 'received_bulletin')
  // In no order of time: one of July would be of a period to come in April.
  const genuine = rows
    .map(({ content }) => z.looseObject({ period: z.string() }).parse(JSON.parse(String(content))))
    .toSorted((one, other) => one.period.localeCompare(other.period))[0]
  if (genuine === undefined) throw new Error('no bulletin')
  const before = await house.rows('river', 'received_finding')
  expect(await send('west', 'river', 'bulletin', genuine)).toBe(false)
  expect(await send('pref', 'river', 'bulletin', genuine)).toBe(false)
  const future = { ...genuine, period: '2027-Q2' }
  expect(await send('east', 'river', 'bulletin', future)).toBe(false)
  const other = { ...genuine, period: '2026-09' }
  expect(await send('east', 'river', 'bulletin', other)).toBe(false)
  const [ofPurse] = (await house.rows('purse', 'received_finding')).map(({ id }) => String(id))
  const answer = { finding: ofPurse, text: '不是我的' }
  expect(await send('river', 'east', 'finding-answer', answer)).toBe(false)
  const [mine] = before.map(({ id }) => String(id))
  const told = {
    id: mine,
    version: 99,
    state: 'closed',
    what: '假',
    evidence: { of: 'open-cases' },
    firstPeriod: '2026-Q3',
    times: 1,
    dueOn: '2026-12-01',
    answers: 0,
  }
  const verdict = { kind: 'quarterly-circular', finding: told, opinion: null }
  expect(await send('hill', 'river', 'finding-verdict', verdict)).toBe(false)
  expect(await house.rows('river', 'received_finding')).toEqual(before)
  expect(await deadLetters()).toBe((dead ?? 0) + 6)
  // The true one sent again under another name tells nothing newer.
  expect(await send('east', 'river', 'bulletin', { ...genuine, part: 2 })).toBe(true)
  expect(await house.rows('river', 'received_finding')).toEqual(before)
})

test('those of other posts may look or not even that', async () => {
  const viewer = await house.ctx('east', { ...writer, roles: ['viewer'] } as typeof writer, april)
  expect(await actOnFinding(viewer, 'x', 'close', {})).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(must(await listReceivedBulletins(viewer)).bulletins).toEqual([])
  expect(
    await act(house, 'east', q3, 'check', { ...writer, roles: ['viewer'] } as typeof writer),
  ).toMatchObject({
    refusal: { code: 'forbidden' },
  })
})
