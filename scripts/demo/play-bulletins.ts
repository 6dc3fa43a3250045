import * as z from 'zod'
import type { Role } from '../../src/domain/shared/actor.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { actOnBulletin } from '../../src/usecases/report/bulletin/act-on-bulletin.ts'
import { actOnFinding } from '../../src/usecases/report/bulletin/act-on-finding.ts'
import { addFinding } from '../../src/usecases/report/bulletin/add-finding.ts'
import { answerFinding } from '../../src/usecases/report/bulletin/answer-finding.ts'
import { decideObjection } from '../../src/usecases/report/bulletin/decide-objection.ts'
import { generateDueBulletins } from '../../src/usecases/report/bulletin/generate.ts'
import { listBulletins } from '../../src/usecases/report/bulletin/list-bulletins.ts'
import { addMark } from '../../src/usecases/report/bulletin/mark.ts'
import { objectToSheet } from '../../src/usecases/report/bulletin/object.ts'
import { listReceivedBulletins } from '../../src/usecases/report/bulletin/show-received.ts'
import { carryLetters, must, openStage, type Stage, type Theatre } from './stage.ts'

/** The bulletins of an office through half a year (简报演示脚本); days are YYYY-MM-DD. */
export const bulletinScript = z.strictObject({
  agency: z.string(),
  below: z.array(z.string()),
  halfYear: z.string(),
  on: z.string(),
  approvedOn: z.string(),
  today: z.string(),
})
export type BulletinScript = z.output<typeof bulletinScript>

/** Plays the bulletins of an office (简报): assessed and objected to, sent down and answered, newer ones in work. */
export async function playBulletins(theatre: Theatre, script: BulletinScript): Promise<void> {
  const stage = openStage(theatre, script.agency)
  const [first, second] = script.below
  if (first === undefined || second === undefined) return
  await generate(stage, script.agency, script.on)
  const assessment = `half-year-assessment-${script.halfYear}`
  await assess(stage, script, assessment, first)
  await circulate(stage, script, first, second)
  await approve(stage, script, assessment, first)
  await generate(stage, script.agency, script.today)
  for (const agency of [first, second]) await generate(stage, agency, script.today)
  // The newest summary is checked and waits for its approval; the others are drafts.
  const [summary] = await idsOf(stage, 'monthly-summary', script.today)
  if (summary !== undefined) {
    await step(stage, summary, 'check', 'statistician', script.today)
  }
}

async function generate(stage: Stage, agency: string, on: string): Promise<void> {
  const at = stage.at(on, 0, 150)
  const ctx = await stage.as('head', at, agency)
  const job = { ...ctx, actor: { type: 'system' as const, job: 'recompute' } }
  must(await generateDueBulletins(job, { ...stage.region, now: at }), 'bulletins')
}

async function step(
  stage: Stage,
  id: string,
  action: string,
  role: Role,
  on: string,
  raw: object = {},
): Promise<void> {
  const at = stage.at(on, 0, role === 'head' ? 640 : 600)
  const ctx = await stage.as(role, at)
  must(await actOnBulletin(ctx, { ...stage.region, now: at }, id, action, raw), `${id} ${action}`)
}

/** The bulletins of a kind that are not issued, the newest first. */
async function idsOf(stage: Stage, kind: string, on: string): Promise<string[]> {
  const ctx = await stage.as('head', stage.at(on, 0, 500))
  const listed = must(
    await listBulletins(ctx, stage.region, { kind, year: on.slice(0, 4) }),
    'bulletins',
  )
  return listed.items.filter(({ state }) => state === 'draft').map(({ id }) => id)
}

async function assess(
  stage: Stage,
  { agency, on }: BulletinScript,
  id: string,
  objector: string,
): Promise<void> {
  const at = stage.at(on, 0, 560)
  const writer = await stage.as('statistician', at)
  const marks = [
    { line: 'missing-item', points: 2, what: '财政专项资金栏目缺少上半年内容' },
    { line: 'praise', points: 2, what: '政策解读被市级转载推广' },
  ]
  for (const mark of marks) {
    const raw = { agency: objector, proof: '演示：半年检查记录', ...mark }
    must(await addMark(writer, stage.region, id, raw), 'mark')
  }
  await step(stage, id, 'check', 'statistician', on)
  await step(stage, id, 'show', 'statistician', on)
  await carryLetters(stage, { from: agency, to: objector, at: stage.at(on, 0, 660) })
}

async function circulate(
  stage: Stage,
  { agency, on }: BulletinScript,
  first: string,
  second: string,
): Promise<void> {
  const [id] = await idsOf(stage, 'quarterly-circular', on)
  if (id === undefined) return
  const writer = await stage.as('statistician', stage.at(on, 0, 570))
  for (const about of [first, second]) {
    const found = {
      agency: about,
      what: '公开查阅点的目录没有及时更换',
      proof: '演示：现场检查记录',
      dueOn: '2099-12-31',
    }
    must(await addFinding(writer, stage.region, id, found), 'finding')
  }
  await step(stage, id, 'check', 'statistician', on)
  await step(stage, id, 'approve', 'head', on)
  await step(stage, id, 'issue', 'head', on, { ways: ['sent-down', 'filed'] })
  for (const to of [first, second]) {
    await carryLetters(stage, { from: agency, to, at: stage.at(on, 0, 670) })
    await answer(stage, agency, to, on)
  }
  const at = stage.at(on, 3, 600)
  const head = await stage.as('head', at)
  const { items } = { items: await answeredOf(stage, first, on) }
  for (const finding of items.slice(0, 1)) {
    must(await actOnFinding(head, finding, 'close', { text: '已核实' }), 'close')
  }
  await carryLetters(stage, { from: agency, to: first, at })
}

/** One finding of those that came is answered. */
async function answer(stage: Stage, office: string, agency: string, on: string): Promise<void> {
  const at = stage.at(on, 2, 600)
  const ctx = await stage.as('head', at, agency)
  const found = must(await listReceivedBulletins(ctx), 'received').findings
  const open = found.find(({ state, what }) => state === 'open' && what.includes('查阅点'))
  if (open === undefined) return
  const text = '已经更换目录，并落实专人每周检查。'
  must(await answerFinding(ctx, office, open.id, { text }), 'answer')
  await carryLetters(stage, { from: agency, to: office, at })
}

async function answeredOf(stage: Stage, agency: string, on: string): Promise<string[]> {
  const ctx = await stage.as('head', stage.at(on, 3, 590), agency)
  const { findings } = must(await listReceivedBulletins(ctx), 'received')
  return findings.filter(({ state }) => state === 'answered').map(({ id }) => id)
}

async function approve(
  stage: Stage,
  { agency, on, approvedOn }: BulletinScript,
  id: string,
  objector: string,
): Promise<void> {
  const at = stage.at(on, 1, 600)
  const below = await stage.as('head', at, objector)
  const [sheet] = must(await listReceivedBulletins(below), 'received').sheets
  const mark = sheet?.sheet.marks.find(({ line }) => line === 'missing-item')
  if (sheet !== undefined && mark !== undefined && sheet.state === 'open') {
    const raw = { marks: [mark.id], text: '该栏目内容由上级统一公开，已有链接。' }
    must(await objectToSheet(below, agency, id, raw), 'object')
    await carryLetters(stage, { from: objector, to: agency, at })
    const head = await stage.as('head', at)
    const reason = { reason: '情况属实，撤销扣分。' }
    must(await decideObjection(head, id, objector, 'upheld', reason), 'decide')
    await carryLetters(stage, { from: agency, to: objector, at })
  }
  await step(stage, id, 'approve', 'head', localDate(approvedOn))
  await step(stage, id, 'issue', 'head', localDate(approvedOn), { ways: ['sent-down', 'filed'] })
  const sentAt = stage.at(approvedOn, 0, 700)
  await carryLetters(stage, { from: agency, to: objector, at: sentAt })
}
