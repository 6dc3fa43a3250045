import * as z from 'zod'
import { reviewChecks } from '../../src/domain/item/review.ts'
import type { Role } from '../../src/domain/shared/actor.ts'
import { figureText } from '../../src/domain/statistics/manual.ts'
import { actOnItem } from '../../src/usecases/item/act-on-item.ts'
import { editItem } from '../../src/usecases/item/edit-item.ts'
import { actOnReport } from '../../src/usecases/report/annual/act-on-report.ts'
import { decideReport } from '../../src/usecases/report/annual/decide-report.ts'
import { editReport } from '../../src/usecases/report/annual/edit-report.ts'
import { listReceived } from '../../src/usecases/report/annual/received-reports.ts'
import { startReport } from '../../src/usecases/report/annual/start-report.ts'
import { attestFigures } from '../../src/usecases/statistics/attest-figures.ts'
import { listManualFigures } from '../../src/usecases/statistics/list-manual-figures.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { carryLetters, must, openStage, type Stage, type Theatre } from './stage.ts'

/** The report of an agency for a year, and how far it has come (年报演示脚本). */
export const reportScript = z.strictObject({
  agency: z.string(),
  /** the office above, null at the top */ office: z.string().nullable(),
  year: z.int(),
  /** the day MM-DD on which it is submitted */ on: z.string(),
  until: z.enum(['draft', 'submitted', 'returned', 'published']),
  problems: z.string(),
})
export type ReportScript = z.output<typeof reportScript>

/** Plays a report from the figures that are attested to its publication (年报), as far as its script says. */
export async function playReport(theatre: Theatre, script: ReportScript): Promise<void> {
  const stage = openStage(theatre, script.agency)
  const { year } = script
  const on = `${year + 1}-${script.on}`
  await attest(stage, script, on)
  await sync(stage, on)
  const writer = await stage.as('information-officer', stage.at(on, 0, 540))
  // Only a filling that was interrupted finds it begun.
  await startReport(writer, stage.region, { year })
  const prose = { problems: script.problems, other: '本年度没有其他需要报告的事项。' }
  const written = await editReport(writer, stage.region, year, { prose })
  if (script.until === 'draft') return
  if (written.ok) {
    await step(stage, script, on, 'check', 'information-officer', 570)
    await step(stage, script, on, script.office === null ? 'clear-own' : 'submit', 'head', 600)
  }
  if (script.office !== null) await decide(stage, script, script.office, on)
  if (script.until === 'published') await publish(stage, script, on)
}

async function attest(stage: Stage, { year }: ReportScript, on: string): Promise<void> {
  const by = await stage.as('statistician', stage.at(on, 0, 480))
  const listed = must(await listManualFigures(by, { period: String(year) }), 'figures')
  // Sizes that differ from agency to agency, the same whenever the demonstration is filled.
  const size = Array.from(stage.agency).reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0)
  const figures = listed.items
    .filter(({ state }) => state === 'unreported')
    .map(({ indicator, version }, at) => ({
      indicator: indicator.code,
      // What is in force is what was made and not repealed.
      value: figureText(
        indicator.most === 0 || indicator.code === 'regulations.repealed'
          ? 0
          : ((size * (at + 3)) % 97) * (at + 1),
        indicator,
      ),
      version,
    }))
  must(await attestFigures(by, String(year), { figures }), 'attest')
}

async function sync(stage: Stage, on: string): Promise<void> {
  const ctx = await stage.system(stage.at(on, 0, 500))
  for (let more = true; more;) more = must(await syncAgency(ctx, stage.region), 'sync').hasMore
}

async function step(
  stage: Stage,
  { year }: ReportScript,
  on: string,
  action: string,
  role: Role,
  minutes: number,
): Promise<void> {
  const ctx = await stage.as(role, stage.at(on, 0, minutes))
  must(await actOnReport(ctx, stage.region, year, action, {}), action)
}

async function decide(
  stage: Stage,
  { agency, year, until }: ReportScript,
  office: string,
  on: string,
): Promise<void> {
  const at = stage.at(on, 1, 600)
  await carryLetters(stage, { from: agency, to: office, at })
  if (until === 'submitted') return
  const head = await stage.as('head', at, office)
  const { items } = must(await listReceived(head, stage.region, year), 'received')
  const line = items.find((one) => one.agency.id === agency)
  if (line?.letterId == null || line.state !== 'open') return
  const returned = {
    remarks: [{ at: '五、存在的主要问题及改进情况', text: '请写明上一年度问题的整改结果。' }],
  }
  const verdict = until === 'returned' ? 'return' : 'clear'
  const said = until === 'returned' ? returned : {}
  must(await decideReport(head, stage.region, line.letterId, verdict, said), verdict)
  await carryLetters(stage, { from: office, to: agency, at })
}

/** Through the reviews of every item, by the people whose step each is. */
async function publish(stage: Stage, script: ReportScript, on: string): Promise<void> {
  const writer = await stage.as('information-officer', stage.at(on, 2, 540))
  const view = must(
    await actOnReport(writer, stage.region, script.year, 'prepare', {}),
    'prepare report',
  )
  const id = view.work.itemId ?? ''
  must(await editItem(writer, id, { unit: '办公室' }), 'file item')
  const order: readonly [string, Role, object][] = [
    ['submit', 'information-officer', {}],
    ['approve', 'first-reviewer', { checks: reviewChecks }],
    ['approve', 'final-reviewer', { checks: reviewChecks }],
    ['publish', 'head', {}],
  ]
  for (const [at, [action, role, said]] of order.entries()) {
    const ctx = await stage.as(role, stage.at(on, 2, 560 + at * 10))
    must(await actOnItem(ctx, stage.region, id, action, said), `report ${action}`)
  }
  await sync(stage, on)
}
