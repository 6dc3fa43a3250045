import { noGlyphs, type DrawnText, type Glyph, type Glyphs } from './glyph/glyph.ts'

/** What is drawn as one: a character, a cluster of marks upon one, a letter in its joined form. */
export type Unit = {
  text: string
  /** in ems */ width: number
  /** null where a font of the reader draws it, or nothing does */ glyph: Glyph | null
  /** the joined word that it is part of, if of one: its letters are never spread */
  word?: readonly DrawnText[]
}

/** Signs that the character map of Adobe-GB1 has and every Chinese font draws. */
const named =
  /^[ -~§¨°±·×÷Α-ΡΣ-Ωα-ρσ-ωЁА-яё‐–-‖‘’“”‥…‰′″‵※℃℅℉№℡Ⅰ-Ⅻⅰ-ⅹ←-↓↖-↙∈∏∑√∝-∠∥∧-∫∮∴-∷∽≈≌≒≠≡≤≥⊕⊙⊥⌒①-⑩⑴-⒛─-╋═-╳▁-▏▓-▕■□▲△▼▽◆◇○◎●★☆♀♂　-〃々-〗〝〞〡-〩ぁ-ゖ゛-ゞァ-ヾㄅ-ㄬ㈠-㈩㈱㊣㎎㎏㎜-㎞㎡㏄㏎㏑㏒㏕㐀-䶵一-龥︰︱︳-﹄﹉-﹒﹔-﹗﹙-﹦﹨-﹫！-～￠-￥]*$/
/** Han beyond the 20 902 that every Chinese font has: an outline is better, where there is one. */
const maybeRare = /[㐀-䶿]/
/** Drawn by nothing: joiners, variation selectors, controls. */
const invisible = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cc})$/u
/** Scripts whose letters are written joined (连写). */
const joined = /[\u0600-\u06ff\u1800-\u18af\u202f]|\u200c|\u200d/
const mark = /^[\p{M}\u180b-\u180d\u180f]$/u

/** Whether all of a text is drawn by the fonts that a file names. */
export function isNamed(text: string): boolean {
  return named.test(text)
}

/** Characters of a text that need an outline, or are better drawn with one. */
export function outlinedIn(text: string): Set<string> {
  if (named.test(text) && !maybeRare.test(text)) return new Set()
  return new Set(Array.from(text).filter((char) => !named.test(char) || maybeRare.test(char)))
}

/** What of a text leaves a mark on paper. */
export function visibleIn(text: string): string {
  return named.test(text) ? text : text.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
}

/** Width of a named character in ems: half for printable ASCII, a whole one for the rest. */
export function widthOf(char: string): number {
  return char.length === 1 && char >= ' ' && char <= '~' ? 0.5 : 1
}

/** Cuts a text into what is drawn as one (字形单元), as the outlines at hand have it. */
export function unitsOf(text: string, glyphs: Glyphs = noGlyphs): Unit[] {
  const units: Unit[] = []
  let plain = 0
  for (let at = 0; at < text.length;) {
    const word = glyphs.wordAt(text, at)
    if (word.length === 0) at += 1
    else {
      addPlain(units, text.slice(plain, at), glyphs)
      for (const { text: own, glyph } of word) {
        units.push({ ...drawn(own, glyph), ...(joined.test(text.charAt(at)) && { word }) })
        at += own.length
      }
      plain = at
    }
  }
  addPlain(units, text.slice(plain), glyphs)
  return units
}

/** Whether space may be put behind a unit, where `next` stands behind it (字距). */
export function mayBeSpread(unit: Unit, next: Unit | undefined): boolean {
  return unit.word === undefined || unit.word !== next?.word
}

function addPlain(units: Unit[], text: string, glyphs: Glyphs): void {
  for (const cluster of clustersOf(text)) {
    const last = units.at(-1)
    if (!invisible.test(cluster)) units.push(...alone(cluster, glyphs))
    else if (last === undefined) units.push({ text: cluster, width: 0, glyph: null })
    else last.text += cluster
  }
}

/** Characters with the marks upon them. */
function clustersOf(text: string): string[] {
  const clusters: string[] = []
  for (const char of text) {
    const last = clusters.at(-1)
    if (last !== undefined && mark.test(char) && !named.test(char))
      clusters.splice(-1, 1, last + char)
    else clusters.push(char)
  }
  return clusters
}

function alone(cluster: string, glyphs: Glyphs): Unit[] {
  const glyph = glyphs.get(cluster)
  if (glyph !== undefined) return [drawn(cluster, glyph)]
  const chars = Array.from(cluster)
  if (chars.length === 1) return [{ text: cluster, width: widthOf(cluster), glyph: null }]
  const parts = chars.map((char) => ({ char, glyph: glyphs.get(char) }))
  return parts.every((part) => part.glyph !== undefined || named.test(part.char))
    ? parts.map((part) =>
        part.glyph === undefined
          ? { text: part.char, width: widthOf(part.char), glyph: null }
          : drawn(part.char, part.glyph),
      )
    : [{ text: cluster, width: widthOf(cluster), glyph: null }]
}

function drawn(text: string, glyph: Glyph): Unit {
  return { text, width: glyph.advance / 1000, glyph }
}
