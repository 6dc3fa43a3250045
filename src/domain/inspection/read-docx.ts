import type { Package } from '../shared/sheet/xlsx-part.ts'
import { readOfficeTraces, readOtherParts } from './office-traces.ts'
import { tryPart } from './package-parts.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'
import { isOn, wordReader } from './word-reader.ts'

const MAIN = 'word/document.xml'
const SHOWN = /^word\/(?:document|(?:header|footer)\d*|footnotes|endnotes)\.xml$/
const REMARKS = /^word\/comments(?:Extended|Ids|Extensible)?\.xml$/
const KNOWN = /^word\/(?:document|(?:header|footer)\d*|footnotes|endnotes|comments\w*)\.xml$/

/** Reads a Word file (docx): its words, what it hides, and its traces. */
export function readDocx(pack: Package): Reading {
  const gathered = gatherer()
  const hiddenStyles = readHiddenStyles(pack, gathered)
  const isRead = readStory(pack, MAIN, hiddenStyles, gathered)
  for (const name of pack.entries.keys()) {
    if (name === MAIN) continue
    if (SHOWN.test(name)) readStory(pack, name, hiddenStyles, gathered)
    else if (REMARKS.test(name)) readComments(pack, name, gathered)
  }
  readSettings(pack, gathered)
  readOfficeTraces(pack, gathered)
  readOtherParts(pack, KNOWN, gathered)
  if (!isRead || !pack.entries.has(MAIN)) return gathered.read('broken')
  const reading = gathered.read()
  const isPictures = reading.traces.some(({ trace }) => trace === 'pictures')
  return reading.words === '' && isPictures ? gathered.read('scanned-pages') : reading
}

function readStory(
  pack: Package,
  name: string,
  hiddenStyles: ReadonlySet<string>,
  gathered: Gatherer,
): boolean {
  const reader = wordReader(hiddenStyles, gathered)
  const isRead = tryPart(pack, name, gathered, reader)
  reader.finish()
  return isRead
}

/** Styles whose text is not shown: a word hidden by its style is as hidden as any other. */
function readHiddenStyles(pack: Package, gathered: Gatherer): ReadonlySet<string> {
  const hidden = new Set<string>()
  let style = ''
  tryPart(pack, 'word/styles.xml', gathered, {
    open(name, attributes) {
      if (name === 'style') style = attributes.get('w:styleId') ?? ''
      else if (name === 'vanish' && isOn(attributes) && style !== '') hidden.add(style)
    },
    close(name) {
      if (name === 'style') style = ''
    },
  })
  return hidden
}

function readComments(pack: Package, name: string, gathered: Gatherer): void {
  let author = ''
  let text = ''
  tryPart(pack, name, gathered, {
    open(element, attributes) {
      if (element !== 'comment') return
      author = attributes.get('w:author') ?? ''
      text = ''
    },
    text(piece) {
      text += piece
    },
    close(element) {
      if (element === 'p') text += '\n'
      if (element !== 'comment') return
      gathered.trace('comment', `${author}: ${text}`)
      gathered.hide(`\n${text}\n`)
    },
  })
}

function readSettings(pack: Package, gathered: Gatherer): void {
  tryPart(pack, 'word/settings.xml', gathered, {
    open(name, attributes) {
      if (name === 'docVar') gathered.hide(`\n${attributes.get('w:val') ?? ''}\n`)
      if (name === 'query' || name === 'connectString') {
        gathered.trace('external-link', attributes.get('w:val') ?? '')
      }
    },
  })
  tryPart(pack, 'word/people.xml', gathered, {
    open(name, attributes) {
      if (name === 'person') gathered.trace('author', attributes.get('w15:author') ?? '')
    },
  })
}
