import type { FileProblem } from './problems.ts'
import { decodeSheetText } from './xml-entities.ts'
import { type Package, readPart } from './xlsx-part.ts'

/** Reads a workbook's shared strings (共享字符串): runs of rich text joined, phonetic readings left out. */
export function readSharedStrings(
  pack: Package,
  part: string,
): { problem: FileProblem } | { strings: readonly string[] } {
  const strings: string[] = []
  const item = richText()
  const problem = readPart(pack, part, {
    open(name) {
      if (name === 'si') item.clear()
      item.open(name)
    },
    text: (text) => {
      item.text(text)
    },
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.read())
    },
  })
  return problem === null ? { strings } : { problem }
}

/** Gathers the texts `t` of an item (`si`, `is`) except those of phonetic runs `rPh`. */
export function richText(): {
  clear: () => void
  open: (name: string) => void
  text: (text: string) => void
  close: (name: string) => void
  read: () => string
} {
  let gathered = ''
  let isText = false
  let isPhonetic = false
  return {
    clear() {
      gathered = ''
    },
    open(name) {
      if (name === 'rPh') isPhonetic = true
      if (name === 't') isText = true
    },
    text(text) {
      if (isText && !isPhonetic) gathered += text
    },
    close(name) {
      if (name === 'rPh') isPhonetic = false
      if (name === 't') isText = false
    },
    read: () => decodeSheetText(gathered.replaceAll(/\r\n?/g, '\n')),
  }
}
