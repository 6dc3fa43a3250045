import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { overAll } from '../../scripts/runtime/progress.ts'
import { applicantClasses, outcomeKeys } from '../../src/domain/shared/report-keys.data.ts'
import { regionSchema, tenantSchema } from '../../src/store/schema-version.generated.ts'
import { documentFiles } from '../documents.ts'
import { chance, split, unequalShares } from './chance.ts'
import type { Size } from './options.ts'
import type { Prefecture } from './prefecture.ts'
import type { ScaleRuntime } from './runtime.ts'
import { prepareSchema } from './schema.ts'

const perFile = 5000
const day = 86_400_000
const imported = z.object({ ok: z.literal(true), value: z.object({ committed: z.literal(true) }) })

const fileOf = (data: string): string => join(data, 'seeded.txt')

function seededOf(data: string): ReadonlySet<string> {
  return new Set(existsSync(fileOf(data)) ? readFileSync(fileOf(data), 'utf8').split('\n') : [])
}

/** Whether an earlier run filled every agency; throws when it did so under another schema. */
export function isSeeded({ agencies }: Prefecture, data: string): boolean {
  const schema = `${[...tenantSchema, regionSchema].join('\n')}\n`
  const file = join(data, 'schema.txt')
  if (existsSync(file) && readFileSync(file, 'utf8') !== schema) {
    throw new Error(`${data} 的数据库结构是旧的；请删去它，或用另一个 --data`)
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(file, schema)
  const done = seededOf(data)
  return agencies.every(({ agency }) => done.has(agency.id))
}

/**
 * Fills the databases by the product's own imports and reports, agency by agency, unequally many
 * each; what an earlier run finished is left, what it began is taken in again without doubling.
 */
export async function seed(
  { operator }: ScaleRuntime,
  { agencies, databases }: Prefecture,
  size: Size,
  data: string,
): Promise<void> {
  const done = seededOf(data)
  await prepareSchema(operator, databases)
  const shares = unequalShares(agencies.length)
  const documents = split(size.documents, shares)
  const applications = split(size.applications, shares)
  const places = agencies.map(({ agency }, n) => ({
    id: agency.id,
    documents: documents[n] ?? 0,
    applications: applications[n] ?? 0,
    n,
  }))
  const waiting = places.filter(({ id }) => !done.has(id))
  await overAll('写入文件和申请', waiting, 3, async (place) => {
    for (const { bytes } of documentFiles(place.documents, perFile)) {
      imported.parse(await operator(`/import?agency=${place.id}&kind=items`, bytes))
    }
    if (place.applications > 0) {
      const rows = applicationRows(place.n, place.applications)
      imported.parse(await operator(`/import?agency=${place.id}&kind=applications`, rows))
    }
    await operator(`/sync?agency=${place.id}`)
    appendFileSync(fileOf(data), `${place.id}\n`)
  })
}

/** A register of past applications of an agency, nine in ten decided. */
function applicationRows(agency: number, count: number): string {
  const draw = chance(agency)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)]
  const first = Date.UTC(2024, 0, 2)
  const rows = Array.from({ length: count }, (_, n) => {
    const received = first + Math.floor(draw() * 700) * day
    const isDecided = draw() < 0.9
    const decided = received + (2 + Math.floor(draw() * 25)) * day
    return {
      externalId: `scale-${n + 1}`,
      receivedAt: dateOf(received),
      channel: draw() < 0.7 ? 'online' : 'in-person',
      applicantClass: pick(applicantClasses),
      subject: `第${n + 1}件：补偿标准和分配结果`,
      extended: '',
      decidedAt: isDecided ? dateOf(decided) : '',
      outcome: isDecided ? (draw() < 0.5 ? 'granted' : pick(outcomeKeys)) : '',
    }
  })
  return rows.map((row) => JSON.stringify(row)).join('\n')
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
