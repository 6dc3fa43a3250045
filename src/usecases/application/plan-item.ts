import {
  type Telling,
  tellsApplicant,
  withoutApplicant,
} from '../../domain/application/without-applicant.ts'
import { readAttachment } from '../../domain/inspection/read-attachment.ts'
import { applyParts, blankContent, storable } from '../../domain/item/apply-parts.ts'
import { newDraft } from '../../domain/item/draft-input.ts'
import type { ItemFile } from '../../domain/item/item.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Statement } from '../../store/statement.ts'
import { addDraftFile } from '../../store/tenant/item/file.ts'
import { keepInspection } from '../../store/tenant/item/file-scan.ts'
import { putItem } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import { rowOf } from '../item/draft-row.ts'
import { filingOf } from '../item/filing.ts'
import { inspectFile } from '../item/files/inspect-file.ts'

/** A file that was given with an answer, on its way into an item. */
export type GivenFile = Omit<ItemFile, 'id' | 'bytes'> & { bytes: Uint8Array<ArrayBuffer> }

/** What an answer says to everybody, before the applicants are taken out of it. */
export type Answered = { title: string; body: string; files: readonly GivenFile[] }

/** An item to be drawn up: its id, its batch, and how many files were left behind. */
export type PlannedItem = {
  id: string
  event: NewEvent
  statements: Statement[]
  leftOut: number
}

const untitled = '依申请公开的信息'

/**
 * Plans a draft item from an answer (答复转主动公开, 条例第44条): the applicants are taken out of title,
 * text and file names; a file that tells of them, or was not read through, stays behind. The item knows no application.
 */
export async function planItem(
  ctx: Ctx,
  staff: string,
  { title, body, files }: Answered,
  telling: readonly Telling[],
): Promise<Result<PlannedItem>> {
  const clean = withoutApplicant(title, telling).trim()
  const parts = parseInput(newDraft, {
    title: clean === '' ? untitled : clean,
    body: withoutApplicant(body, telling),
  })
  if (!parts.ok) return parts
  const filing = filingOf(ctx.agency, parts.value, null)
  if (!filing.ok) return filing
  const id = ctx.newId()
  const carried = await carryFiles(ctx, id, files, telling)
  const blank = blankContent(parts.value.title, ctx.agency.name)
  const attachments = carried.map(({ file }) => file)
  const content = storable({ ...applyParts(blank, parts.value), attachments })
  if (!content.ok) return content
  const who = { id, edition: 1, author: staff, note: null }
  const row = await rowOf(ctx, who, content.value, filing.value)
  return ok({
    id,
    event: { entity: 'item', entityId: id, seq: 1, kind: 'item.drafted', data: { edition: 1 } },
    statements: [putItem(row), ...carried.flatMap(({ statements }) => statements)],
    leftOut: files.length - carried.length,
  })
}

type Carried = { file: ItemFile; statements: Statement[] }

async function carryFiles(
  ctx: Ctx,
  itemId: string,
  files: readonly GivenFile[],
  telling: readonly Telling[],
): Promise<Carried[]> {
  const carried: Carried[] = []
  for (const given of files) {
    if (await tells(given, telling)) continue
    const { bytes, mediaType, sha256 } = given
    const name = withoutApplicant(given.name, telling)
    const { inspection, words } = await inspectFile(bytes, name, mediaType)
    const file = { id: ctx.newId(), name, mediaType, sha256, bytes: bytes.length }
    const objectName = await ctx.keys.mac('item-file', sha256)
    const objectKey = await ctx.files.put(`item/${itemId}`, objectName, bytes, mediaType)
    const found = { inspection: JSON.stringify(inspection), words, scan: 'clean' } as const
    carried.push({
      file,
      statements: [
        addDraftFile({ ...file, itemId, objectKey }),
        keepInspection(file.id, { ...found, now: ctx.now }),
      ],
    })
  }
  return carried
}

/** Whether a file tells who applied, hidden or not; one that was not read through may do so. */
async function tells(
  { name, bytes, mediaType }: GivenFile,
  telling: readonly Telling[],
): Promise<boolean> {
  const { words, hidden, traces, unread, isComplete } = await readAttachment(bytes, mediaType)
  if (unread !== null || !isComplete || withoutApplicant(name, telling) === '') return true
  const said = [words, hidden, ...traces.map(({ detail }) => detail)]
  return said.some((text) => tellsApplicant(text, telling))
}
