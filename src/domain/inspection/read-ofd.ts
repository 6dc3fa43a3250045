import type { Package } from '../shared/sheet/xlsx-part.ts'
import { tryPart } from './package-parts.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'

/** Reads an OFD file (版式文件, GB/T 33190): texts of its pages and notes, and who made it. */
export function readOfd(pack: Package): Reading {
  const gathered = gatherer()
  readInfo(pack, gathered)
  let [pages, pictures] = [0, 0]
  for (const name of pack.entries.keys()) {
    if (/\.(?:jpe?g|png|bmp|jb2|gbig2|tiff?)$/i.test(name)) pictures += 1
    if (!/\.xml$/i.test(name) || name === 'OFD.xml') continue
    if (/(?:^|\/)Annot[^/]*\.xml$/i.test(name)) readTexts(pack, name, gathered, true)
    else if (/(?:^|\/)Content[^/]*\.xml$/i.test(name)) {
      pages += 1
      readTexts(pack, name, gathered, false)
    } else if (/(?:^|\/)Attachments\.xml$/i.test(name)) readAttachments(pack, name, gathered)
  }
  if (pictures > 0) gathered.trace('pictures', String(pictures))
  const reading = gathered.read()
  if (pages === 0) return gathered.read('broken')
  return reading.words === '' && pictures > 0 ? gathered.read('scanned-pages') : reading
}

function readInfo(pack: Package, gathered: Gatherer): void {
  let element = ''
  tryPart(pack, 'OFD.xml', gathered, {
    open(name) {
      element = name
    },
    text(text) {
      if (text.trim() === '') return
      if (element === 'Author' || element === 'CreatorName') gathered.trace('author', text)
      else if (/^(?:Subject|Abstract|Keyword|CustomData)$/.test(element)) {
        gathered.trace('remark', text)
        gathered.hide(`\n${text}\n`)
      }
    },
    close() {
      element = ''
    },
  })
}

/** Texts on one line follow each other without a break, whatever pieces they were cut into. */
function readTexts(pack: Package, part: string, gathered: Gatherer, isNote: boolean): void {
  const put = isNote ? gathered.hide : gathered.say
  let last = { end: 0, y: Number.NaN, height: 0 }
  let isText = false
  tryPart(pack, part, gathered, {
    open(name, attributes) {
      isText = name === 'TextCode' || name === 'Remark' || name === 'Parameter'
      if (name === 'Annot') {
        gathered.trace('annotation', attributes.get('Type') ?? '')
        gathered.hide('\n')
      }
      if (name !== 'TextObject') return
      const [x, y, width, height] = boundaryOf(attributes)
      const isSameLine = Math.abs(y - last.y) < Math.max(1, height / 2)
      if (!isSameLine) put('\n')
      else if (x - last.end > Math.max(height, last.height) * 1.5) put('\t')
      last = { end: x + width, y, height }
    },
    text(text) {
      if (isText) put(text)
    },
    close() {
      isText = false
    },
  })
}

/** Place and size of an object in millimetres. */
function boundaryOf(attributes: ReadonlyMap<string, string>): [number, number, number, number] {
  const text = attributes.get('Boundary') ?? ''
  const [x = 0, y = 0, width = 0, height = 0] = text.trim().split(/\s+/, 4).map(Number)
  return [x, y, width, height]
}

function readAttachments(pack: Package, part: string, gathered: Gatherer): void {
  tryPart(pack, part, gathered, {
    open(name, attributes) {
      if (name !== 'Attachment') return
      gathered.trace('embedded-file', attributes.get('Name') ?? '')
      gathered.miss()
    },
  })
}
