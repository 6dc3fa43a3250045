import { latin, startsWith } from '../../shared/file-shape.ts'
import { jpegHead } from '../../shared/jpeg-head.ts'
import { expandWhole, type ZipEntry } from '../../shared/sheet/zip.ts'
import { isShowable, pictureHead, type PictureHead } from '../picture.ts'
import type { PictureRemark, Resolve, Resolved } from '../place-pictures.ts'
import { officialPage as page } from '../official-page.ts'
import type { Drawing, WordPictureRef } from './drawings.ts'
import { attributeOf, tagsOf } from './element.ts'

/** A picture taken out of a Word file (Word 里的图片), named 图1.png and so on in the order of the text. */
export type WordPicture = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** Most pictures that are taken out of one file: as many as an item has attachments. */
export const mostPictures = 50
/** Most bytes of one picture. */
const mostBytes = 20 * 1024 * 1024

/** Width of the text on a page, in points. */
const areaPoints = page.width - page.left - page.right

const turns: ReadonlyMap<number, number> = new Map([
  [3, 180],
  [6, 90],
  [8, 270],
])

type Taken = { picture: WordPicture; n: number } | PictureRemark['kind']

/**
 * Tells what each mark of a Word file stands for (对应图片): a picture of its archive, opened when it is asked
 * for and each file once, or why there is none. `pictures` takes them as they come.
 */
export function wordPictures(
  file: { bytes: Uint8Array; entries: ReadonlyMap<string, ZipEntry>; relations: string },
  drawings: readonly Drawing[],
  pictures: WordPicture[],
): Resolve {
  const targets = targetsIn(file.relations)
  const taken = new Map<string, Taken>()
  const take = (name: string): Taken => {
    const known = taken.get(name) ?? takenFrom(file, name, pictures)
    taken.set(name, known)
    return known
  }
  return (mark) => {
    const drawing = drawings[Number(mark)]
    if (drawing === undefined) return null
    if (drawing.of !== 'picture') return { remarks: [drawing.of] }
    const target = targets.get(drawing.rel ?? '')
    if (drawing.isLinked || target === null) return { remarks: ['linked'] }
    const found = target === undefined ? 'missing' : take(target)
    return typeof found === 'string' ? { remarks: [found] } : shown(drawing, found)
  }
}

function shown(
  { alt, width, isCut, turn }: WordPictureRef,
  { picture, n }: Exclude<Taken, string>,
): Resolved {
  const share = width === null ? null : Math.round((100 * width) / areaPoints)
  return {
    figure: {
      type: 'figure',
      file: picture.name,
      alt: alt ?? `图${String(n)}`,
      ...(share === null ? {} : { width: Math.min(100, Math.max(1, share)) }),
    },
    remarks: isCut || (turn !== 0 && turn !== turnIn(picture.bytes)) ? ['trimmed'] : [],
  }
}

/** Degrees by which a photograph says itself that it is to be turned: Word turns it by hand, browsers by that. */
function turnIn(bytes: Uint8Array): number {
  return turns.get(jpegHead(bytes)?.turn ?? 1) ?? 0
}

function takenFrom(
  { bytes: archive, entries }: { bytes: Uint8Array; entries: ReadonlyMap<string, ZipEntry> },
  name: string,
  pictures: WordPicture[],
): Taken {
  const entry = entries.get(name)
  if (entry === undefined) return 'missing'
  if (entry.bytes > mostBytes) return 'too-large'
  const bytes = expandWhole(archive, entry)
  if (bytes === null) return 'broken'
  const head = pictureHead(bytes)
  if (head === null) return kindOf(bytes)
  if (!isShowable(head)) return 'too-large'
  return added(bytes, head, pictures)
}

/** The same picture may lie in an archive twice. */
function added(bytes: Uint8Array<ArrayBuffer>, head: PictureHead, pictures: WordPicture[]): Taken {
  const twin = pictures.findIndex((one) => isSame(one.bytes, bytes))
  const known = pictures[twin]
  if (known !== undefined) return { picture: known, n: twin + 1 }
  if (pictures.length === mostPictures) return 'too-many'
  const n = pictures.length + 1
  const picture = { name: `图${String(n)}.${head.type === 'png' ? 'png' : 'jpg'}`, bytes }
  pictures.push(picture)
  return { picture, n }
}

/** From the end: pictures of one camera begin alike. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let at = one.length - 1; at >= 0; at -= 1) if (one[at] !== other[at]) return false
  return true
}

/** Kinds of picture that browsers or readers do not all show, by their first bytes. */
function kindOf(bytes: Uint8Array): PictureRemark['kind'] {
  const head = latin(bytes.subarray(0, 64))
  if (startsWith(bytes, [0x89, 0x50]) || startsWith(bytes, [0xff, 0xd8])) return 'broken'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('BM')) return 'bmp'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff'
  if (head.slice(40, 44) === ' EMF' || startsWith(bytes, [0x1f, 0x8b])) return 'emf'
  if (startsWith(bytes, [0xd7, 0xcd, 0xc6, 0x9a]) || startsWith(bytes, [1, 0, 9, 0])) return 'wmf'
  return 'unknown-picture'
}

/** Files of the archive by relationship; null for what lies elsewhere. */
function targetsIn(relations: string): Map<string, string | null> {
  return new Map(
    tagsOf(relations, 'Relationship').map((tag) => {
      const target = attributeOf(tag, 'Target') ?? ''
      const isElsewhere = /^external$/i.test(attributeOf(tag, 'TargetMode') ?? '')
      return [attributeOf(tag, 'Id') ?? '', isElsewhere ? null : partName(target)] as const
    }),
  )
}

/** A target stands relative to the folder of the document, or from the root of the archive. */
function partName(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `word/${target}`
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
