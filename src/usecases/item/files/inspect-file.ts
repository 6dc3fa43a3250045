import * as z from 'zod'
import { findInfection } from '../../../domain/inspection/find-infection.ts'
import { findPersonal, personalKinds } from '../../../domain/inspection/find-personal.ts'
import { readAttachment } from '../../../domain/inspection/read-attachment.ts'
import { traceKinds, unreadReasons } from '../../../domain/inspection/reading.ts'

/** Most findings that are kept by name; `findingCount` says how many there are. */
const keptFindings = 100

/** What was found in a file (文件检查结果), personal data masked; `unread` names what was not looked at. */
export const fileInspection = z.strictObject({
  findings: z.array(
    z.strictObject({
      kind: z.enum(personalKinds),
      masked: z.string(),
      /** not shown to readers, but in the file: hidden text, tracked deletions, remarks */
      isHidden: z.boolean(),
    }),
  ),
  findingCount: z.int(),
  traces: z.array(z.strictObject({ trace: z.enum(traceKinds), detail: z.string() })),
  /** `partly`: some of it was read, and some was not */
  unread: z.enum([...unreadReasons, 'partly']).nullable(),
  isComplete: z.boolean(),
})
export type FileInspection = z.output<typeof fileInspection>

/** Everything that is to be known of a file before it is published: `words` are for search. */
export type Inspected = {
  inspection: FileInspection
  words: string
  /** what makes it unacceptable, null when nothing does */ infection: string | null
}

/**
 * Inspects a file whose media type is known (附件检查): personal data in its words, hidden words and
 * name, what it tells besides, and whether it holds what no attachment may. Never throws.
 */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  mediaType: string,
): Promise<Inspected> {
  const infection = findInfection(bytes)
  const reading = await readAttachment(bytes, mediaType)
  const all = [
    ...findingsIn(`${name}\n${reading.words}`, false),
    ...findingsIn(reading.hidden, true),
  ]
  const findings = [...new Map(all.map((one) => [`${one.kind} ${one.masked}`, one])).values()]
  return {
    infection,
    words: reading.words,
    inspection: {
      findings: findings.slice(0, keptFindings),
      findingCount: findings.length,
      traces: [...reading.traces],
      unread: reading.unread ?? (reading.isComplete ? null : 'partly'),
      isComplete: reading.isComplete,
    },
  }
}

function findingsIn(text: string, isHidden: boolean): FileInspection['findings'] {
  return findPersonal(text).map(({ kind, masked }) => ({ kind, masked, isHidden }))
}
