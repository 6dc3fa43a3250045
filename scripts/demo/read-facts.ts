import { readFileSync } from 'node:fs'
import * as z from 'zod'

const folder = new URL('../../demo/', import.meta.url)
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const document = z.object({
  agency: z.string(),
  column: z.string(),
  title: z.string(),
  docNumber: z.string().nullable(),
  issuer: z.string(),
  writtenOn: z.string(),
  publishedOn: z.string(),
  theme: z.string(),
  genre: z.string(),
  url: z.string(),
})

const texts = z.object({
  bodies: z.record(z.string(), z.array(z.string()).min(1)),
  rules: z.array(z.object({ id: z.string(), title: z.string(), body: z.string() })),
  replies: z.record(z.string(), z.array(z.string()).min(1)),
})

const cases = z.object({
  applicants: z.array(z.looseObject({ class: z.string(), name: z.string() })),
  applications: z.array(
    z.object({
      agency: z.string(),
      arrivedAt: z.string(),
      channel: z.string(),
      applicantClass: z.string(),
      applicantNo: z.number(),
      subject: z.string(),
      description: z.string(),
      confirmAfterDays: z.number(),
      decideAfterWorkingDays: z.number().nullable(),
      outcome: z.string().nullable(),
    }),
  ),
})

/** Facts of a real document, and the agency that reprints it. */
export type DemoDocument = z.infer<typeof document>
/** Own texts of the demonstration. */
export type DemoTexts = z.infer<typeof texts>
/** Facts of invented applications by evidently invented applicants. */
export type DemoCases = z.infer<typeof cases>

/** Reads the documents of the demonstration. */
export function readDocuments(): DemoDocument[] {
  return text('documents.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => document.parse(JSON.parse(line)))
}

/** Reads the texts of the demonstration. */
export function readTexts(): DemoTexts {
  return texts.parse(JSON.parse(text('texts.json')))
}

/** Reads the applications of the demonstration. */
export function readCases(): DemoCases {
  return cases.parse(JSON.parse(text('applications.json')))
}
