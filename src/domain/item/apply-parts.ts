import { fromForm } from '../document/form/from-form.ts'
import { fromText } from '../document/from-text.ts'
import { toText } from '../document/to-text.ts'
import { emptyTree } from '../document/tree.ts'
import type { FieldError } from '../shared/refusal.ts'
import { ok, refuseField, type Result } from '../shared/refusal.ts'
import { isBlank } from '../shared/validate/safe-text.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { checkFields, readFields } from './kinds/check-fields.ts'
import type { ItemContent } from './content.ts'
import { groundKeys } from './grounds.data.ts'
import type { DraftParts } from './draft-input.ts'
import { normaliseDocNumber } from './import-doc-number.ts'
import { figureErrors, figureNames, namedAgain, withFigures, withFiguresOf } from './figures.ts'

/** Longest JSON text of a document that one row can hold beside its plain text (D1: 2 MB a row). */
export const maxDocumentJson = 300_000

/** An item about which nothing has been said but its title and issuer. */
export function blankContent(title: string, issuer: string): ItemContent {
  return {
    kind: 'document',
    title,
    docNumber: null,
    summary: null,
    issuer,
    writtenOn: null,
    theme: null,
    genre: null,
    validity: 'valid',
    attribute: null,
    ground: null,
    groundReason: null,
    visibility: 'public',
    document: emptyTree,
    fields: {},
    attachments: [],
    sourceUrl: null,
    coAgencies: [],
    interprets: [],
  }
}

/** Puts what somebody said over what an edition says (修改内容); what is left out stays as it is. */
export function applyParts(content: ItemContent, parts: DraftParts): ItemContent {
  const { category: _c, matter: _m, unit: _u, note: _n, pictures: _p, ...text } = parts
  const { body, source, attachments, ...said } = text
  const given = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Partial<ItemContent>
  const kept = attachments?.flatMap((id) => content.attachments.filter((file) => file.id === id))
  // Text that was not touched keeps its headings and tables.
  const isRetyped = body !== undefined && body !== toText(content.document)
  const isOtherKind = given.kind !== undefined && given.kind !== content.kind
  const next = {
    ...content,
    ...given,
    ...(isRetyped ? { document: withFiguresOf(fromText(body), content.document) } : {}),
    ...(source === undefined
      ? {}
      : { document: fromForm(source, content.document, figureNames(content.attachments)) }),
    coAgencies: [...new Set(given.coAgencies ?? content.coAgencies)],
    docNumber: numberOf(given.docNumber, content.docNumber),
    attachments: kept ?? content.attachments,
    // Fields belong to their kind.
    fields: given.fields ?? (isOtherKind ? {} : content.fields),
  }
  next.document = namedAgain(next.document, content.attachments, next.attachments)
  // A ground belongs to a refusal alone.
  return next.attribute === 'withheld' ? next : { ...next, ground: null, groundReason: null }
}

/** A document number that was typed, as official papers write it: as it stood, it is left alone. */
function numberOf(typed: string | null | undefined, before: string | null): string | null {
  if (typed === undefined || typed === before) return before
  return typed === null ? null : normaliseDocNumber(typed).text
}

/** A content with its fields as they are kept (入库内容), or what keeps it from being stored at all. */
export function storable(content: ItemContent): Result<ItemContent> {
  if (JSON.stringify(content.document).length > maxDocumentJson) {
    return refuseField('/document', { problem: 'too-long', limit: maxDocumentJson })
  }
  const fields = readFields(content.kind, content.fields)
  if (!fields.ok) return fields
  return JSON.stringify(fields.value).length > maxDocumentJson
    ? refuseField('/fields', { problem: 'too-long', limit: maxDocumentJson })
    : ok({ ...withFigures(content), fields: fields.value })
}

/**
 * What an edition still lacks before it may leave its author (送审条件): an attribute, for a refusal
 * its ground and reason (条例第14–17条), the four of Art. 12, something to read, and every field of
 * its kind in agreement with the rules on that day, by the agency's calendar.
 */
export function submitErrors(
  content: ItemContent,
  on: LocalDate,
  calendar: Calendar,
): FieldError[] {
  const errors: FieldError[] = []
  const need = (pointer: string, value: unknown): void => {
    const isMissing = value === null || (typeof value === 'string' && isBlank(value))
    if (isMissing) errors.push({ pointer, problem: 'required' })
  }
  need('/attribute', content.attribute)
  if (content.attribute === 'withheld') {
    need('/ground', content.ground)
    if (content.ground !== null && !groundKeys.includes(content.ground)) {
      errors.push({ pointer: '/ground', problem: 'not-listed', allowed: groundKeys })
    }
    need('/groundReason', content.groundReason)
  }
  need('/writtenOn', content.writtenOn)
  need('/summary', content.summary)
  const hasText = !isBlank(toText(content.document))
  const hasMore = content.attachments.length > 0 || Object.keys(content.fields).length > 0
  if (!hasText && !hasMore) errors.push({ pointer: '/body', problem: 'required' })
  errors.push(...figureErrors(content))
  const fields = checkFields(content.kind, content.fields, on, calendar)
  return fields.ok || fields.refusal.code !== 'invalid'
    ? errors
    : [...errors, ...fields.refusal.errors]
}
