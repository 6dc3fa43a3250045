import { checkTexts, type TextFault } from '../../src/domain/application/instrument/texts.ts'
import type { Problem } from './problem.ts'
import type { Entry } from './read-tree.ts'

/** Checks the words by which an agency adapts its instruments (文书用语): nothing that the law wants may go. */
export function checkInstruments({ file, manifest }: Entry): readonly Problem[] {
  return checkTexts(manifest.settings.instrumentTexts ?? {}).map((fault) => {
    const { field, what, fix } = problemOf(fault)
    return { file, field, what, fix }
  })
}

function problemOf(fault: TextFault): Omit<Problem, 'file'> {
  const field = `settings.instrumentTexts.${fault.kind}`
  if (fault.fault === 'unknown-kind') {
    return { field, what: '没有这种文书', fix: '请写文书种类的标识，例如 correction' }
  }
  const clause = `${field}.${fault.clause}`
  switch (fault.fault) {
    case 'unknown-clause':
      return {
        field: clause,
        what: '没有这一条',
        fix: `这种文书的条款有：${fault.allowed.join('、')}`,
      }
    case 'empty':
      return { field: clause, what: '是空的', fix: '请写上文字，或者删去这一条，沿用原文' }
    case 'missing-placeholder':
      return { field: clause, what: '少了必须写明的内容', fix: `请写上：${braces(fault.names)}` }
    case 'unknown-placeholder':
      return { field: clause, what: '填不上', fix: `请删去：${braces(fault.names)}` }
    case 'law-dropped':
      return { field: clause, what: '没有写明依据', fix: `请写上：${fault.names.join('、')}` }
    default:
      return fault satisfies never
  }
}

function braces(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join('、')
}
