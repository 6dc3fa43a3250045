const token =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{L}\p{N}_$.]+|;|\s+|[\s\S]/giu
const trigger = /^CREATE (?:TEMP |TEMPORARY )?TRIGGER\b/u

/**
 * Cuts an SQL script (迁移脚本) into statements at the semicolons that end them: not at those in
 * strings, quoted names, comments, or between BEGIN and END of a trigger. Statements keep their
 * comments; a piece with nothing but comments is dropped.
 */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = []
  let [text, words, depth] = ['', '', 0]

  function finish(): void {
    if (words.trim() !== '') statements.push(text.trim())
    ;[text, words, depth] = ['', '', 0]
  }

  for (const [part] of script.matchAll(token)) {
    if (part === ';' && depth === 0) {
      finish()
      continue
    }
    text += part
    if (part.startsWith('--') || part.startsWith('/*')) continue
    words += part.trim() === '' ? ' ' : part.toUpperCase()
    depth += step(part, words)
  }
  finish()
  return statements
}

// CASE ends with END too, so inside a trigger it counts like BEGIN.
function step(part: string, words: string): number {
  const word = part.toUpperCase()
  if (word !== 'BEGIN' && word !== 'CASE' && word !== 'END') return 0
  if (!trigger.test(words.trimStart().replaceAll(/\s+/gu, ' '))) return 0
  return word === 'END' ? -1 : 1
}
