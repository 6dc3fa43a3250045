import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** The steps of preparing a demonstration folder, in order. */
export const steps = [
  'accounts',
  'documents',
  'files',
  'applications',
  'publishing',
  'figures',
  'reports',
  'bulletins',
  'case-reviews',
] as const

/**
 * How far a demonstration folder has been filled, so that an interrupted filling goes on where it
 * stood; publishing is noted agency by agency as well.
 */
export type DemoStep = (typeof steps)[number] | `publishing/${string}`

/** `day`: the day from which the scripts count, so that a filling that goes on later plays the same. */
const schema = z.object({
  demo: z.enum(['full', 'none']),
  done: z.array(z.string()),
  day: z.string().optional(),
})

/** What stands in a demonstration folder about its filling. */
export type DemoMark = z.infer<typeof schema>

const file = (data: string): string => join(data, 'demonstration.json')

/** Says whether a data folder is a demonstration. */
export function isDemonstration(data: string): boolean {
  return existsSync(file(data))
}

/** Reads the mark of a demonstration folder, or starts one. */
export function readDemoMark(data: string, demo: DemoMark['demo']): DemoMark {
  return isDemonstration(data)
    ? schema.parse(JSON.parse(readFileSync(file(data), 'utf8')))
    : { demo, done: [] }
}

/** Writes the mark. */
export function writeDemoMark(data: string, mark: DemoMark): void {
  writeFileSync(file(data), JSON.stringify(mark))
}
