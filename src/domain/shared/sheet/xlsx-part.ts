import type { FileProblem } from './problems.ts'
import { type XmlHandler, xmlReader } from './read-xml.ts'
import { expandEntry, type ZipEntry } from './zip.ts'

/** A workbook's archive: its bytes and its directory. */
export type Package = { file: Uint8Array; entries: ReadonlyMap<string, ZipEntry> }

/** One relationship (关系) of a part: what it is and which part it names. */
export type Relationship = { id: string; type: string; target: string }

/** Reads one XML part of a workbook through `handler`; a part that is not there reads as empty. */
export function readPart(pack: Package, part: string, handler: XmlHandler): FileProblem | null {
  const entry = pack.entries.get(part)
  if (entry === undefined) return null
  const reader = xmlReader(handler)
  const broken = expandEntry(pack.file, entry, (piece) => reader.push(piece))
  if (broken !== null) return broken
  const fault = reader.end()
  if (fault === null) return null
  return fault === 'entities'
    ? { code: 'xml-declares-entities', part }
    : { code: 'xml-broken', part }
}

/** Reads the relationships of a part (of the whole package for `''`), targets as full part names. */
export function readRelationships(
  pack: Package,
  part: string,
): { problem: FileProblem } | { found: Relationship[] } {
  const found: Relationship[] = []
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const problem = readPart(pack, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      found.push({
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: resolve(folder, attributes.get('Target') ?? ''),
      })
    },
  })
  return problem === null ? { found } : { problem }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
