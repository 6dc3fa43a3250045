import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { leftBehind, type Trace } from '../../../src/domain/inspection/reading.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const PDF = 'application/pdf'
/** A number that nobody may read, and how it is shown. */
export const id = '110101199003070046'
export const masked = '110***********0046'
export const xml = '<?xml version="1.0"?>'

/** Traces of what seems gone and is not. */
export async function leftIn(bytes: Uint8Array, type: string): Promise<Trace[]> {
  const { traces } = await readAttachment(bytes, type)
  return traces.filter(({ trace }) => leftBehind.has(trace))
}
