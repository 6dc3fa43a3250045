import { toFormText } from '../../../../domain/document/form/text.ts'
import { refuseField, type Result } from '../../../../domain/shared/refusal.ts'
import { convertFile } from '../../../../usecases/item/convert-document.ts'
import type { Ctx } from '../../../../usecases/context.ts'
import { pictureSentences } from '../../../ui/words/picture.ts'
import { documentWords } from '../../../ui/words/document.ts'
import type { FormValues } from '../../form-values.ts'

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
  const { title, docNumber, document, warnings, remarks, pictures } = read.value
  const filled = new Map(text)
  if ((text.get('title') ?? '').trim() === '' && title !== null) filled.set('title', title)
  if ((text.get('docNumber') ?? '').trim() === '' && docNumber !== null) {
    filled.set('docNumber', docNumber)
  }
  filled.set('source', toFormText(document))
  filled.set('document', JSON.stringify(document))
  filled.set('pictures', pictures.token ?? '')
  // Each picture is told of with its place: the warning that sums them up would say it twice.
  const told = warnings.filter((code) => code !== 'images')
  const sentences = told.map((code) => documentWords.warnings[code])
  return {
    ok: true,
    value: { text: filled, remarks: [...pictureSentences(remarks), ...sentences] },
  }
}
