import type { Package } from '../shared/sheet/xlsx-part.ts'
import { readRelationships } from '../shared/sheet/xlsx-part.ts'
import { readSharedStrings } from '../shared/sheet/xlsx-strings.ts'
import { readDateStyles } from '../shared/sheet/xlsx-styles.ts'
import { readOfficeTraces, readOtherParts } from './office-traces.ts'
import { tryPart } from './package-parts.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'
import { readSheetLooks } from './sheet-looks.ts'
import { type SheetContext, sheetReader } from './sheet-reader.ts'

const MAIN = 'xl/workbook.xml'
const KNOWN =
  /^xl\/(?:workbook|sharedStrings|worksheets\/.*|chartsheets\/.*|(?:threadedC|c)omments.*|drawings\/.*|charts\/.*|tables\/.*|persons\/.*)\.xml$/

/** Reads a workbook (xlsx): every sheet with what it hides, remarks, charts, and its traces. */
export function readXlsx(pack: Package): Reading {
  const gathered = gatherer()
  const sheets = readSheetList(pack, gathered)
  const related = readRelationships(pack, MAIN)
  if (sheets === null || sheets.length === 0 || 'problem' in related) return gathered.read('broken')
  const context = readContext(pack, gathered)
  const seen = new Set<string>()
  for (const { name, relationship, isHidden } of sheets) {
    const part = related.found.find(({ id }) => id === relationship)?.target
    if (part === undefined) continue
    seen.add(part)
    if (isHidden) gathered.trace('hidden-sheet', name)
    else gathered.say(`${name}\n`)
    tryPart(pack, part, gathered, sheetReader({ ...context, name, isHidden }, gathered))
  }
  readBesides(pack, seen, context, gathered)
  readOfficeTraces(pack, gathered)
  readOtherParts(pack, KNOWN, gathered)
  return gathered.read()
}

type Sheet = { name: string; relationship: string; isHidden: boolean }

function readSheetList(pack: Package, gathered: Gatherer): Sheet[] | null {
  const sheets: Sheet[] = []
  const isRead = tryPart(pack, MAIN, gathered, {
    open(name, attributes) {
      if (name !== 'sheet') return
      sheets.push({
        name: attributes.get('name') ?? '',
        relationship: [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '',
        isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
      })
    },
  })
  return isRead ? sheets : null
}

function readContext(pack: Package, gathered: Gatherer): SheetContext {
  const strings = readSharedStrings(pack, 'xl/sharedStrings.xml')
  const styles = readDateStyles(pack, 'xl/styles.xml')
  if ('problem' in strings || 'problem' in styles) gathered.miss()
  return {
    strings: 'problem' in strings ? [] : strings.strings,
    isDate: 'problem' in styles ? [] : styles.isDate,
    looks: readSheetLooks(pack, gathered),
  }
}

/** Reads what stands beside the sheets: sheets that no list names, remarks, text boxes, charts. */
function readBesides(
  pack: Package,
  seen: ReadonlySet<string>,
  context: SheetContext,
  gathered: Gatherer,
): void {
  for (const name of pack.entries.keys()) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name) && !seen.has(name)) {
      gathered.trace('hidden-sheet', name)
      tryPart(pack, name, gathered, sheetReader({ ...context, name, isHidden: true }, gathered))
    } else if (/^xl\/(?:comments|threadedComments\/)[^/]*\.xml$/.test(name)) {
      readRemarks(pack, name, gathered)
    } else if (/^xl\/(?:drawings|charts)\/[^/]+\.xml$/.test(name)) readTexts(pack, name, gathered)
    else if (/^xl\/externalLinks\/[^/]+\.xml$/.test(name)) readExternalLink(pack, name, gathered)
    else if (name === 'xl/connections.xml') gathered.trace('external-link', 'connections')
    else if (name.startsWith('xl/pivotCache/') && name.endsWith('.xml')) {
      gathered.trace('hidden-cells', 'pivot')
    }
  }
}

function readRemarks(pack: Package, part: string, gathered: Gatherer): void {
  const authors: string[] = []
  let [text, author, isAuthor] = ['', '', false]
  tryPart(pack, part, gathered, {
    open(name, attributes) {
      isAuthor = name === 'author'
      if (name !== 'comment' && name !== 'threadedComment') return
      text = ''
      author = authors[Number(attributes.get('authorId') ?? -1)] ?? ''
    },
    text(piece) {
      if (isAuthor) authors.push(piece)
      else text += piece
    },
    close(name) {
      isAuthor = false
      if (name !== 'comment' && name !== 'threadedComment') return
      gathered.trace('comment', `${author}: ${text}`)
      gathered.hide(`\n${text}\n`)
    },
  })
}

/** Texts of drawings (a:t) and the values that charts keep (c:v). */
function readTexts(pack: Package, part: string, gathered: Gatherer): void {
  let isText = false
  tryPart(pack, part, gathered, {
    open(name) {
      isText = name === 't' || name === 'v'
    },
    text(text) {
      if (isText) gathered.say(text)
    },
    close(name) {
      isText = false
      if (name === 'p' || name === 'pt') gathered.say('\n')
    },
  })
}

function readExternalLink(pack: Package, part: string, gathered: Gatherer): void {
  tryPart(pack, part, gathered, {
    open(name, attributes) {
      if (name === 'ddeLink') {
        gathered.trace(
          'dde',
          `${attributes.get('ddeService') ?? ''}|${attributes.get('ddeTopic') ?? ''}`,
        )
      } else if (name === 'oleLink') gathered.trace('external-link', attributes.get('progId') ?? '')
    },
  })
}
