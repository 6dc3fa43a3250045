import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'

const folder = new URL('../../../../shared/data/annual_reports/', import.meta.url)

const listed = z.looseObject({
  id: z.string(),
  partial: z.boolean(),
  findings: z.array(z.looseObject({ rule: z.string() })),
})

/** A real report as its file has it, with the faults that the file lists. */
export type RealReport = z.output<typeof listed>

/** Real annual reports kept beside the repository; none where they are not present. */
export function realReports(): RealReport[] {
  if (!existsSync(folder)) {
    console.log('no annual reports beside the repository: only its own copies were checked')
    return []
  }
  return readdirSync(folder)
    .filter((name) => /^\d.*\.json$/.test(name))
    .map((name) => listed.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
}
