import type { Package } from '../shared/sheet/xlsx-part.ts'
import { readHiddenPart, tryPart } from './package-parts.ts'
import type { Gatherer, TraceKind } from './reading.ts'

const PROPERTIES: ReadonlyMap<string, TraceKind> = new Map([
  ['creator', 'author'],
  ['lastModifiedBy', 'author'],
  ['Manager', 'author'],
  ['Company', 'company'],
  ['description', 'remark'],
  ['keywords', 'remark'],
  ['category', 'remark'],
  ['contentStatus', 'remark'],
  ['HyperlinkBase', 'external-link'],
])

/** Parts that only say how things look. */
const APPEARANCE =
  /^(?:\[Content_Types\]|docProps\/.*|.*\/(?:styles|stylesWithEffects|fontTable|webSettings|numbering|calcChain|theme\/[^/]*|tableStyles|printerSettings[^/]*|style\d*|colors\d*|quickStyle\d*|metadata|sharedStrings|settings|people|workbook))\.xml$/

/** Reads what Word and Excel files tell besides their content (文档属性、外部引用、嵌入对象). */
export function readOfficeTraces(pack: Package, gathered: Gatherer): void {
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) readProperties(pack, part, gathered)
  readCustomProperties(pack, gathered)
  let pictures = 0
  for (const name of pack.entries.keys()) {
    if (name.endsWith('.rels')) readExternal(pack, name, gathered)
    if (/\/embeddings\/[^/]+$/.test(name)) gathered.trace('embedded-file', lastStep(name))
    if (/\/(?:activeX|ctrlProps)\/[^/]+\.xml$/.test(name)) gathered.trace('script', lastStep(name))
    if (/vbaProject\.bin$|\/macrosheets\//i.test(name)) gathered.trace('macro', lastStep(name))
    if (/\/media\/[^/]+$/.test(name)) pictures += 1
  }
  if (pictures > 0) gathered.trace('pictures', String(pictures))
}

/** Reads the parts that no program shows as they are, into the hidden words. */
export function readOtherParts(pack: Package, isKnown: RegExp, gathered: Gatherer): void {
  for (const name of pack.entries.keys()) {
    if (!name.endsWith('.xml') || isKnown.test(name) || APPEARANCE.test(name)) continue
    readHiddenPart(pack, name, gathered)
  }
}

function readProperties(pack: Package, part: string, gathered: Gatherer): void {
  let kind: TraceKind | undefined
  tryPart(pack, part, gathered, {
    open(name) {
      kind = PROPERTIES.get(name)
    },
    text(text) {
      if (kind === undefined || text.trim() === '') return
      gathered.trace(kind, text)
      gathered.hide(`\n${text}\n`)
    },
    close() {
      kind = undefined
    },
  })
}

function readCustomProperties(pack: Package, gathered: Gatherer): void {
  let property = ''
  tryPart(pack, 'docProps/custom.xml', gathered, {
    open(name, attributes) {
      if (name === 'property') property = attributes.get('name') ?? ''
    },
    text(text) {
      if (property === '' || text.trim() === '') return
      // Which program wrote it is no secret, and every WPS file says so.
      if (!/^KSO|^ICV$/.test(property)) gathered.trace('remark', `${property}: ${text}`)
      gathered.hide(`\n${text}\n`)
    },
  })
}

function readExternal(pack: Package, part: string, gathered: Gatherer): void {
  tryPart(pack, part, gathered, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') !== 'External') return
      const type = attributes.get('Type') ?? ''
      const target = attributes.get('Target') ?? ''
      if (type.endsWith('/attachedTemplate')) gathered.trace('remote-template', target)
      // A link that somebody must click is content like any other.
      else if (!type.endsWith('/hyperlink')) gathered.trace('external-link', target)
      else gathered.hide(`\n${target}\n`)
    },
  })
}

function lastStep(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
