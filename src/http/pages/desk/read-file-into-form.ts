import { toFormText } from '../../../domain/document/form-text.ts'
import { refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { convertFile } from '../../../usecases/item/convert-document.ts'
import type { Ctx } from '../../../usecases/context.ts'
import { documentWords } from '../../ui/words/document.ts'
import type { FormValues } from '../form-values.ts'

/** A form that a file was read into, and what to look at. */
export type ReadForm = { text: Map<string, string>; remarks: string[] }

/**
 * Reads the chosen Word file into the form (Word 自动成文): its text, and title and number where nothing
 * was typed yet. Nothing is stored until the form is.
 */
export async function readFileIntoForm(
  ctx: Ctx,
  { text, files }: Pick<FormValues, 'text' | 'files'>,
): Promise<Result<ReadForm>> {
  const [file] = files.get('word') ?? []
  if (file === undefined) return refuseField('/file', { problem: 'required' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await convertFile(ctx, { name: file.name, bytes })
  if (!read.ok) return read
  const { title, docNumber, document, warnings } = read.value
  const filled = new Map(text)
  if ((text.get('title') ?? '').trim() === '' && title !== null) filled.set('title', title)
  if ((text.get('docNumber') ?? '').trim() === '' && docNumber !== null) {
    filled.set('docNumber', docNumber)
  }
  filled.set('source', toFormText(document))
  filled.set('document', JSON.stringify(document))
  return {
    ok: true,
    value: { text: filled, remarks: warnings.map((code) => documentWords.warnings[code]) },
  }
}
