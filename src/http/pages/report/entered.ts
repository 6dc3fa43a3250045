import { formOfTables } from '../../../domain/report/from-tables.ts'
import { readTables, type ReportTables, rowsOfText } from '../../../domain/report/read-tables.ts'
import type { FormErrors } from '../../ui/form-names.ts'
import { fill } from '../../ui/words/office.ts'
import { reportCellName, reportTableNames } from '../../ui/words/report.ts'
import { faultWords, reportCheck as words } from '../../ui/words/report-check.ts'
import type { FormValues } from '../form-values.ts'
import { readFile } from './posted.ts'

/** Most faults that one message names. */
const mostNamed = 5

/**
 * Reads the tables of a report that is typed in (补录), from a file or a paste; null where the form has no place
 * for them. What cannot be read is told and keeps them from being saved: a blank would say something else.
 */
export async function enteredTables(
  { text, files }: FormValues,
  year: number,
): Promise<{ tables: object } | { errors: FormErrors } | null> {
  const pasted = text.get('pasted')
  if (pasted === undefined) return null
  const file = files.get('file')?.[0]
  const field = file === undefined ? 'pasted' : 'file'
  const source = file === undefined ? null : await readFile(file)
  if (source?.error != null) return { errors: { file: source.error } }
  const read = readTables(source?.rows ?? rowsOfText(pasted), year)
  const fault = faultOf(read, file !== undefined)
  if (fault !== null) return { errors: { [field]: fault } }
  const { proactive, applications, reviewLitigation } = read
  const isEmpty = [proactive, applications, reviewLitigation].every((table) => table === null)
  const { format } = formOfTables(read, year)
  return {
    tables: { proactive, applications, reviewLitigation, ...(isEmpty ? {} : { format }) },
  }
}

function faultOf(read: ReportTables, isFile: boolean): string | null {
  const { faults, unread, proactive, applications, reviewLitigation } = read
  if (faults.length > 0) {
    const named = faults.slice(0, mostNamed).map((fault) => {
      const table = reportTableNames[fault.table].split(' ')[0] ?? ''
      return `${table}${reportCellName(fault)}${faultWords(fault)}`
    })
    const more = faults.length > mostNamed ? fill(words.moreFaults, { n: faults.length }) : ''
    return `${named.join('；')}${more}`
  }
  if (unread.length > 0) return `${words.unreadRows}：${unread.slice(0, mostNamed).join('、')}`
  const isEmpty = [proactive, applications, reviewLitigation].every((table) => table === null)
  return isFile && isEmpty ? words.unreadable : null
}
