import type { Colour } from './colour.ts'
import { openDrawn } from './drawn-floating.ts'
import { type Attributes, beginFloating, endShape, type Floating, isOverWords } from './floating.ts'
import { isVmlShape, openVml } from './vml-floating.ts'

/** Watches a story of a Word file for shapes and pictures that lie over its words (遮盖). */
export type CoverWatch = {
  open: (name: string, attributes: Attributes, path: readonly string[]) => void
  /** words inside a shape */
  text: (text: string) => void
  close: (name: string) => void
  /** fill of the shape whose words come now; null when it is not known */
  ground: () => Colour
  /** something lies behind the words, so that what is white may well be seen */
  hasBackdrop: () => boolean
}

/** Makes a watch: `found` hears the name of each opaque shape or picture in front of the words. */
export function coverWatch(
  isOpaquePicture: (relationship: string) => boolean,
  found: (name: string) => void,
): CoverWatch {
  let floating: Floating | null = null
  let hasBackdrop = false

  function begin(name: string, attributes: Attributes): void {
    if (name !== 'pict' && name !== 'anchor') return
    floating = beginFloating(name)
    if (name === 'pict') return
    floating.isBehind = /^(?:1|true)$/.test(attributes.get('behindDoc') ?? '0')
    floating.isFront = !floating.isBehind
  }

  function end(on: Floating): void {
    if (isOverWords(on)) found(on.name === '' ? '—' : on.name)
    if (on.isBehind) hasBackdrop = true
    floating = null
  }

  function endPicture(on: Floating): void {
    const { picture } = on
    on.picture = null
    if (picture === null || picture.isSeenThrough) return
    if (isOpaquePicture(picture.id)) on.covers = true
  }

  return {
    open(name, attributes, path) {
      if (floating === null) begin(name, attributes)
      else if (floating.end === 'pict') openVml(floating, name, attributes, isOpaquePicture)
      else openDrawn(floating, name, attributes, path)
    },
    text(text) {
      if (floating === null) return
      floating.text += text
      if (floating.shape !== null) floating.shape.text += text
    },
    close(name) {
      if (floating === null) return
      if (name === 'pic') endPicture(floating)
      const isVml = floating.end === 'pict' && isVmlShape(name)
      if (isVml || name === 'wsp') endShape(floating)
      if (name === floating.end) end(floating)
    },
    ground: () => floating?.shape?.fill ?? null,
    hasBackdrop: () => hasBackdrop,
  }
}
