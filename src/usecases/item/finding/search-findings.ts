import * as z from 'zod'
import { addressesIn } from '../../../domain/document/link.ts'
import { toText } from '../../../domain/document/to-text.ts'
import { leftBehind } from '../../../domain/inspection/reading.ts'
import { findPersonal } from '../../../domain/inspection/find-personal.ts'
import {
  exposedNames,
  leavingNames,
  publicWords,
} from '../../../domain/item/kinds/public-fields.ts'
import type { ItemContent } from '../../../domain/item/content.ts'
import { fileInspection } from '../files/inspect-file.ts'

/**
 * Something that an item may not say unasked: what names a person (个人信息), or what a file hides and
 * still holds (假涂黑、隐藏内容), masked; `where` is 'text' or the id of a file.
 */
const finding = z.strictObject({ kind: z.string(), masked: z.string(), where: z.string() })

const found = z.strictObject({
  /** of the content that was searched */ digest: z.string(),
  findings: z.array(finding),
  /** files that nobody could look into, with the reason */
  unscanned: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
})

/** What the search before publication found (发布前扫描), bound to the content it looked at. */
export type Findings = z.output<typeof found>

/** Reads what was found earlier, when it was found in this very content; else null. */
export function findingsOf(stored: string | null, digest: string): Findings | null {
  if (stored === null) return null
  const read = found.parse(JSON.parse(stored))
  return read.digest === digest ? read : null
}

/** Most findings that are kept by name; more of them change nothing. */
const kept = 200

/**
 * Searches everything readers are told of an edition, what changed in it included, its files as they
 * were read on arrival (发布前扫描).
 */
export function searchFindings(
  content: ItemContent,
  { digest, note }: { digest: string; note: string | null },
  files: readonly { id: string; inspection: string | null; words: string | null }[],
): Findings {
  const { title, summary, docNumber, issuer, theme, genre, document } = content
  const text = [title, summary, toText(document)].join('\n')
  const beside = [note, docNumber, issuer, theme, genre, ...addressesIn(document)].join('\n')
  // Readers see the fields masked, and the search looks at what they will see.
  const said = `${text}\n${publicWords(content.kind, content.fields)}\n${beside}`
  const names = exposedNames(content.kind, content.fields, said)
  const own = [
    ...findPersonal(said).map(({ kind, masked }) => ({ kind, masked, where: 'text' })),
    ...names.map((masked) => ({ kind: 'person-name', masked, where: 'text' })),
    ...leavingNames(content.kind, content.fields, text).map((name) => {
      return { kind: 'leaving-name', masked: name, where: 'text' }
    }),
  ]
  const read = content.attachments.map(({ id, name }) => {
    const file = files.find((one) => one.id === id)
    const { findings, unread } = inspectionOf(file?.inspection ?? null)
    const words = `${name}\n${file?.words ?? ''}`
    const named = exposedNames(content.kind, content.fields, words).map((masked) => {
      return { kind: 'person-name', masked }
    })
    return { id, findings: [...findings, ...named], unread }
  })
  return {
    digest,
    findings: [
      ...own,
      ...read.flatMap(({ id, findings }) => findings.map((one) => ({ ...one, where: id }))),
    ].slice(0, kept),
    unscanned: read.flatMap(({ id, unread }) =>
      unread === null ? [] : [{ file: id, reason: unread }],
    ),
  }
}

/** What in a file stops its publication, and why it was not read through (附件检查所见). */
export function inspectionOf(stored: string | null): {
  findings: { kind: string; masked: string }[]
  unread: string | null
} {
  if (stored === null) return { findings: [], unread: 'not-inspected' }
  const { findings, traces, unread } = fileInspection.parse(JSON.parse(stored))
  const left = traces.filter(({ trace }) => leftBehind.has(trace))
  return {
    findings: [
      ...findings.map(({ kind, masked }) => ({ kind, masked })),
      ...left.map(({ trace, detail }) => ({ kind: trace, masked: detail })),
    ],
    unread,
  }
}
