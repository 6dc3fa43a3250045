import { applicationColumns } from '../../shared/report-keys.data.ts'
import { bareLabel, proactiveRowOf, rowOfLabel } from '../read-labels.ts'
import { reportForms } from '../forms.data.ts'
import { reportSections } from './sections.data.ts'

/**
 * What a remark is about (逐格意见), told by the words before its colon: a section by its title, a cell of
 * table two with one figure in its row, a row of table three with its column or else its total; words that
 * name neither stay as they are.
 */
export function remarkTarget(words: string): string {
  const name = bareLabel(words)
  const section = reportSections.find(({ title }) => {
    const whole = bareLabel(title)
    return name === whole || name === whole.slice(1)
  })
  if (section !== undefined) return section.key
  const matter = proactiveRowOf(words)
  const columns = reportForms['2021'].proactive.find(({ row }) => row === matter)?.columns ?? []
  if (matter !== null && columns.length === 1) return `proactive/${matter}/${columns[0] ?? ''}`
  return cellOfTableThree(words) ?? words
}

function cellOfTableThree(words: string): string | null {
  const [, row = words, column = ''] = /^(.+?)[\s,，、的]+([^\s,，、的]+)$/.exec(words.trim()) ?? []
  const named = applicationColumns.find(({ label }) => label === bareLabel(column))
  const key = rowOfLabel([named === undefined ? words : row])
  return key === null ? null : `applications/${key}/${named?.key ?? 'total'}`
}
