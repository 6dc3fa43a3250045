import * as z from 'zod'
import { neededText, safeLine, safeText } from '../../document/safe-text.ts'
import { countField, dateField } from '../../shared/validate/fields.ts'
import type { BulletinContent } from './content.ts'
import { evidenceSchema, type Finding, type Return, returnOf } from './finding.ts'
import { bulletinKinds } from './kinds.data.ts'
import { foundWords, proseLimit } from './prose.ts'
import { whatLimit } from './propose.ts'

/** Most rows of the table that a letter takes along; the office's own page has them all. */
export const mostLines = 40
/** Longest answer to a finding. */
export const answerLimit = 1000

const id = z.string().min(1).max(100)
const count = z.number().nullable()
const period = z.string().max(10)

/** A finding as it is told to the agency that answers for it; `answers` are those that the office knew of. */
const toldFinding = z.strictObject({
  id,
  version: countField(1, Number.MAX_SAFE_INTEGER),
  state: z.enum(['open', 'answered', 'closed']),
  what: safeLine(whatLimit + 100),
  evidence: evidenceSchema,
  firstPeriod: period,
  times: countField(1, 10_000),
  dueOn: dateField,
  answers: countField(0, 10_000),
})
export type ToldFinding = z.output<typeof toldFinding>

/** Content of the letter by which a bulletin goes down (下发简报): text, figures, table, the findings about its reader. */
export const bulletinLetter = z.strictObject({
  bulletin: id,
  /** the first takes text and table along, further ones the findings that found no room in it */
  part: countField(1, 1000),
  kind: z.enum(bulletinKinds),
  period,
  title: safeLine(200),
  docNumber: safeLine(60),
  issuedOn: dateField,
  sections: z.array(z.strictObject({ title: safeLine(40), text: safeText(2 * proseLimit) })).max(5),
  figures: z
    .array(z.strictObject({ name: safeLine(40), unit: safeLine(10), value: safeText(40) }))
    .max(30),
  lines: z
    .array(
      z.strictObject({
        name: safeLine(60),
        received: count,
        decided: count,
        published: count,
        timely: count,
        timed: count,
        place: count,
      }),
    )
    .max(mostLines),
  /** agencies that the table leaves out */ left: countField(0, 10_000),
  coverage: z.strictObject({
    reporting: countField(0, 100_000),
    of: countField(0, 100_000),
  }),
  findings: z.array(toldFinding).max(200),
  /** what the assessment gave its reader (考核结果) */
  score: z
    .strictObject({ total: z.number(), band: safeLine(20), place: z.number(), of: z.number() })
    .nullable(),
})
export type BulletinLetter = z.output<typeof bulletinLetter>

/** Room for the content of a letter in bytes, below the limit of all letters. */
const room = 58_000

/** Parts a bulletin into as many letters as its findings need (分函): none is lost, none told twice. */
export function partLetters(letter: BulletinLetter): BulletinLetter[] {
  const parts: BulletinLetter[] = [{ ...letter, part: 1, findings: [] }]
  let size = bytesOf(parts[0])
  for (const finding of letter.findings) {
    const more = bytesOf(finding) + 1
    const last = parts.at(-1)
    if (last !== undefined && size + more <= room && last.findings.length < 200) {
      last.findings.push(finding)
      size += more
    } else {
      const next = {
        ...letter,
        part: parts.length + 1,
        sections: [],
        figures: [],
        lines: [],
        left: 0,
        findings: [finding],
      }
      parts.push(next)
      size = bytesOf(next)
    }
  }
  return parts
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}

/** Content of the letter that answers a finding (整改答复). */
export const answerLetter = z.strictObject({ finding: id, text: neededText(answerLimit) })

/** Content of the letter that decides on it (整改确认); without an opinion only the closing speaks. */
export const verdictLetter = z.strictObject({
  kind: z.enum(bulletinKinds),
  finding: toldFinding,
  opinion: safeText(answerLimit).nullable(),
})

/** A finding as its agency is told of it, with what it repeats where it appeared again. */
export function toldOf(
  finding: Finding,
  returned: Return | null = returnOf(finding, new Map()),
): ToldFinding & { dueOn: string } {
  const { id: one, version, what, evidence, firstPeriod, times, dueOn, state, history } = finding
  return {
    id: one,
    version,
    state: state === 'dropped' ? 'closed' : state,
    what: foundWords(what, returned),
    evidence,
    firstPeriod,
    times,
    dueOn: dateField.parse(dueOn),
    answers: history.filter((entry) => entry.what === 'answered').length,
  }
}

/** The rows of a bulletin's table that a letter takes along: the reader's own first. */
export function linesFor(
  agency: string,
  lines: BulletinContent['lines'],
): Pick<BulletinLetter, 'lines' | 'left'> {
  const own = lines.filter((line) => line.agency === agency)
  const all = [...own, ...lines.filter((line) => line.agency !== agency)]
  return {
    lines: all
      .slice(0, mostLines)
      .map(({ name, received, decided, published, timely, timed, place }) => ({
        name,
        received,
        decided,
        published,
        timely,
        timed,
        place,
      })),
    left: Math.max(0, all.length - mostLines),
  }
}
