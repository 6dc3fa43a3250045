import * as z from 'zod'
import { localDate } from '../../src/domain/time/local-date.ts'
import { localDateOf } from '../../src/domain/time/instant.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import type { Operator } from '../runtime/operator-client.ts'
import { overAll } from '../runtime/progress.ts'
import { createAccounts, moveAccounts } from './accounts.ts'
import { applicationsOf } from './applications.ts'
import { documentsOf } from './documents.ts'
import { filesOf } from './files.ts'
import { publishingOf } from './publishing.ts'
import { caseReviewsOf } from './case-reviews.ts'
import { bulletinsOf } from './bulletins.ts'
import { reportsOf } from './reports.ts'
import { readDemoMark, writeDemoMark, type DemoStep } from './mark.ts'

const stored = z.object({ ok: z.literal(true) })
const imported = z.object({ ok: z.literal(true), value: z.object({ committed: z.boolean() }) })

/** Where the demonstration goes and how much of it is wanted. */
export type FillOptions = { data: string; port: number; demo: 'full' | 'none' }

/**
 * Fills the demonstration through the product's own use cases: accounts, documents, files, a
 * year of applications, what the desks draw up, review and publish, and the figures that follow; a
 * step that was done is not done again.
 */
export async function fillDemonstration(operator: Operator, options: FillOptions): Promise<void> {
  const { data, port } = options
  const mark = readDemoMark(data, options.demo)
  const once = async (step: DemoStep, work: () => Promise<void>): Promise<void> => {
    if (mark.done.includes(step)) return
    await work()
    mark.done.push(step)
    writeDemoMark(data, mark)
  }
  const day = (mark.day ??= localDateOf(Date.now()))
  writeDemoMark(data, mark)
  await once('accounts', () => createAccounts(operator, data, port))
  moveAccounts(data, port)
  const ids = registry.map(({ agency }) => agency.id)
  if (mark.demo === 'full') {
    await once('documents', () =>
      overAll('导入文件', [...documentsOf()], 2, async ([agency, lines]) => {
        const done = imported.parse(await operator(`/import?agency=${agency}&kind=items`, lines))
        if (!done.value.committed) throw new Error(`${agency} 的演示文件没有导入成功`)
      }),
    )
    // Agency by agency: two files for one item at once would be two people changing it at once.
    const files = [...Map.groupBy(filesOf(), (file) => file.agency).values()]
    await once('files', () =>
      overAll('存入附件', files, 2, async (ofAgency) => {
        for (const { agency, origin, name, bytes } of ofAgency) {
          const query = new URLSearchParams({ agency, origin, name })
          stored.parse(await operator(`/file?${query.toString()}`, bytes))
        }
      }),
    )
    await once('applications', () =>
      overAll('办理申请', [...applicationsOf()], 2, async ([agency, cases]) => {
        await operator(`/cases?agency=${agency}`, JSON.stringify(cases))
      }),
    )
    await once('publishing', () =>
      overAll('编审发布', publishingOf(localDate(day)), 2, (script) =>
        once(`publishing/${script.agency}`, async () => {
          await operator('/publishing', JSON.stringify(script))
        }),
      ),
    )
  }
  await once('figures', () =>
    overAll('汇总数字', ids, 2, async (agency) => {
      await operator(`/sync?agency=${agency}`)
    }),
  )
  if (mark.demo === 'full') {
    // From below to the top, one after another: a government's report sums up those below it.
    const reports = reportsOf(
      registry.map(({ agency }) => agency),
      localDate(day),
    )
    await once('reports', () =>
      overAll('年度报告', reports, 1, async (script) => {
        await operator('/reports', JSON.stringify(script))
      }),
    )
    const bulletins = bulletinsOf(
      registry.map(({ agency }) => agency),
      localDate(day),
    )
    await once('bulletins', () =>
      overAll('简报', bulletins, 1, async (script) => {
        await operator('/bulletins', JSON.stringify(script))
      }),
    )
    const reviews = caseReviewsOf(
      registry.map(({ agency }) => agency),
      localDate(day),
    )
    await once('case-reviews', () =>
      overAll('案卷评查', reviews, 1, async (script) => {
        await operator('/case-reviews', JSON.stringify(script))
      }),
    )
  }
}
