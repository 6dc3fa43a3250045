import { type Package, readRelationships } from '../shared/sheet/xlsx-part.ts'
import { readOfficeTraces, readOtherParts } from './office-traces.ts'
import { isOpaquePicture, tryPart } from './package-parts.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'
import { readWordStyles, type WordStyles } from './word-looks.ts'
import { type Left, wordReader } from './word-reader.ts'

const MAIN = 'word/document.xml'
const SHOWN = /^word\/(?:document|(?:header|footer)\d*|footnotes|endnotes)\.xml$/
const REMARKS = /^word\/comments(?:Extended|Ids|Extensible)?\.xml$/
const KNOWN = /^word\/(?:document|(?:header|footer)\d*|footnotes|endnotes|comments\w*)\.xml$/

/** Reads a Word file (docx): its words, what it hides, and its traces. */
export function readDocx(pack: Package): Reading {
  const gathered = gatherer()
  const styles = readWordStyles(pack, gathered)
  const stories = [readStory(pack, MAIN, styles, gathered)]
  for (const name of pack.entries.keys()) {
    if (name === MAIN) continue
    if (SHOWN.test(name)) stories.push(readStory(pack, name, styles, gathered))
    else if (REMARKS.test(name)) readComments(pack, name, gathered)
  }
  judgePale(stories, gathered)
  readSettings(pack, gathered)
  readOfficeTraces(pack, gathered)
  readOtherParts(pack, KNOWN, gathered)
  if (stories[0]?.isRead !== true || !pack.entries.has(MAIN)) return gathered.read('broken')
  const reading = gathered.read()
  const isPictures = reading.traces.some(({ trace }) => trace === 'pictures')
  return reading.words === '' && isPictures ? gathered.read('scanned-pages') : reading
}

type Story = Left & { isRead: boolean }

function readStory(pack: Package, name: string, styles: WordStyles, gathered: Gatherer): Story {
  const related = readRelationships(pack, name)
  const targets = new Map(
    'problem' in related ? [] : related.found.map(({ id, target }) => [id, target] as const),
  )
  const isOpaque = (id: string): boolean => isOpaquePicture(pack, targets.get(id) ?? '')
  const reader = wordReader({ styles, isOpaquePicture: isOpaque }, gathered)
  const isRead = tryPart(pack, name, gathered, reader)
  return { ...reader.finish(), isRead }
}

/** White words are hidden on a white page; over a picture, or a page of another colour, they are seen. */
function judgePale(stories: readonly Left[], gathered: Gatherer): void {
  const isSeen = stories.some(({ hasBackdrop }) => hasBackdrop)
  for (const { pale } of stories) {
    if (pale === '') continue
    if (isSeen) gathered.say(`\n${pale}\n`)
    else {
      gathered.trace('same-colour', pale)
      gathered.hide(`\n${pale}\n`)
    }
  }
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
