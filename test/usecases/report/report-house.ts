import { commit } from '../../../src/store/commit.ts'
import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { deliverLetter } from '../../../src/usecases/letter/deliver.ts'
import { handOverLetter } from '../../../src/usecases/letter/hand-over.ts'
import { letterReaders } from '../../../src/usecases/letter/readers.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { actOnReport } from '../../../src/usecases/report/annual/act-on-report.ts'
import { editReport } from '../../../src/usecases/report/annual/edit-report.ts'
import type { ReportView } from '../../../src/usecases/report/annual/show-report.ts'
import { attestFigures } from '../../../src/usecases/statistics/attest-figures.ts'
import { listManualFigures } from '../../../src/usecases/statistics/list-manual-figures.ts'
import { figureText } from '../../../src/domain/statistics/manual.ts'
import { type House, officer } from '../../support/house.ts'
import { person } from '../item/desk-items.ts'

export const at = '2026-01-20T10:00:00+08:00'
export const writer = person('p-author', 'information-officer')
export const head = person('p-head', 'head')

/** What an agency's report may be made to say before its self-check. */
export const sections = {
  problems: '更新不够及时。已明确专人负责。',
  other: '无。',
} as const

/** Attests every figure by hand of a year, so that nothing is left unreported. */
export async function attestAll(house: House, agency: string, year: number): Promise<void> {
  const ctx = await house.ctx(agency, officer('statistician'), at)
  const listed = await listManualFigures(ctx, { period: String(year) })
  if (!listed.ok) throw new Error(listed.refusal.code)
  const figures = listed.value.items.map(({ indicator, version }, n) => ({
    indicator: indicator.code,
    value: figureText(indicator.most === 0 ? 0 : n * 100, indicator),
    version,
  }))
  const done = await attestFigures(ctx, String(year), { figures })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
}

/** Applications of a year, received and decided on days. */
export async function applications(
  house: House,
  agency: string,
  prefix: string,
  cases: readonly { class: string; receivedOn: string; outcome: string; decidedOn: string }[],
): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' }, at)
  const events = cases.map((data, n): NewEvent => ({
    entity: 'application',
    entityId: `${prefix}-${n}`,
    seq: 1,
    kind: 'application.imported',
    data,
  }))
  const done = await commit(ctx, { events, statements: [] })
  if (!done.ok) throw new Error(done.conflict)
}

export async function sync(house: House, ...agencies: string[]): Promise<void> {
  for (const id of agencies) {
    for (let more = true; more;) {
      const step = await syncAgency(await house.tenant(id), house.regionCtx(at))
      more = step.ok && step.value.hasMore
    }
  }
}

/** Brings every letter that was posted to where it goes. */
export async function carryLetters(house: House): Promise<void> {
  for (let message = house.posted.shift(); message !== undefined; message = house.posted.shift()) {
    if (message.kind === 'letter') {
      const ctx = await house.ctx(message.tenant, { type: 'system', job: 'letter' }, at)
      await handOverLetter(ctx, house.regionCtx(at), message.key)
    }
    if (message.kind === 'deliver') {
      const ctx = await house.ctx(message.tenant, { type: 'system', job: 'deliver' }, at)
      await deliverLetter(ctx, house.regionCtx(at), message.key, letterReaders)
    }
  }
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Takes a step of an agency's report. */
export async function act(
  house: House,
  agency: string,
  year: number,
  action: string,
  who = head,
  raw: unknown = {},
): Promise<Result<ReportView>> {
  return actOnReport(await house.ctx(agency, who, at), house.regionCtx(at), year, action, raw)
}

/** Writes the sections that nobody can draft from figures. */
export async function write(
  house: House,
  agency: string,
  year: number,
  raw: Record<string, unknown> = {},
): Promise<Result<ReportView>> {
  const ctx = await house.ctx(agency, writer, at)
  return editReport(ctx, house.regionCtx(at), year, { prose: sections, ...raw })
}
