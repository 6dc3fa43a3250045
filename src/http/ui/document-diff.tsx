import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Difference } from '../../domain/document/diff.ts'
import type { Piece } from '../../domain/document/diff-text.ts'
import { escapeHtml } from './escape.ts'
import { asChild, markup, none, type Markup } from './markup.ts'
import { documentWords } from './words/document.ts'
import { pictureWords } from './words/picture.ts'

const words = documentWords.difference

/**
 * Shows what changed between two editions (版本对比): added text is underlined, removed text struck through,
 * and both are named for those who hear the page; long stretches without a change are folded.
 */
export function DocumentDiff({ changes }: { changes: readonly Difference[] }): JSX.Element {
  if (changes.every(({ kind }) => kind === 'same')) return <p class="none">{words.none}</p>
  return (
    <div class="article-body difference">
      <p class="legend">
        {words.legend}
        {asChild(pieceHtml({ kind: 'added', text: words.added }))}，
        {asChild(pieceHtml({ kind: 'removed', text: words.removed }))}
      </p>
      {asChild(markup`${stretches(changes).map(stretchHtml)}`)}
    </div>
  )
}

/** Text of one line in pieces, for titles. */
export function piecesHtml(pieces: readonly Piece[]): Markup {
  return markup`${pieces.map(pieceHtml)}`
}

type Stretch = { isFolded: boolean; blocks: Difference[] }

/** Blocks that did not change are folded, save one before and after each change. */
function stretches(changes: readonly Difference[]): Stretch[] {
  const found: Stretch[] = []
  for (const [index, block] of changes.entries()) {
    const near = changes.slice(Math.max(0, index - 1), index + 2)
    const isFolded = near.every(({ kind }) => kind === 'same')
    const last = found.at(-1)
    if (last?.isFolded === isFolded) last.blocks.push(block)
    else found.push({ isFolded, blocks: [block] })
  }
  return found
}

function stretchHtml({ isFolded, blocks }: Stretch): Markup {
  const inside = blocks.map(blockHtml)
  if (!isFolded) return markup`${inside}`
  const summary = words.folded.replace('{n}', String(blocks.length))
  return markup`<details><summary>${summary}</summary>${inside}</details>`
}

function blockHtml({ type, lines, isOtherPicture }: Difference): Markup {
  const cells = lines.map((line) => line.cells.map(piecesHtml))
  switch (type) {
    case 'table':
      return markup`<div class="article-frame" tabindex="0" role="region" aria-label="${words.table}"><table class="article-table"><tbody>${cells.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
    case 'list':
      return markup`<ul>${cells.map((row) => markup`<li>${row}</li>`)}</ul>`
    case 'signature':
      return markup`${cells.map((row) => markup`<p class="sign">${row}</p>`)}`
    case 'heading':
      return markup`${cells.map((row) => markup`<p class="level-1">${row}</p>`)}`
    case 'figure':
      return markup`${isOtherPicture === true ? markup`<p><strong>${pictureWords.replaced}</strong></p>` : none}${cells.map((row) => markup`<p>${pictureWords.named}${row}</p>`)}`
    case 'paragraph':
      return markup`${cells.map((row) => markup`<p>${row}</p>`)}`
    default:
      return type satisfies never
  }
}

function pieceHtml({ kind, text }: Piece): Markup {
  const inside: Markup = { markup: escapeHtml(text).replaceAll('\n', '<br>') }
  if (kind === 'same') return inside
  return kind === 'added'
    ? markup`<ins><span class="away">${words.spokenAdded}</span>${inside}<span class="away">${words.spokenEnd}</span></ins>`
    : markup`<del><span class="away">${words.spokenRemoved}</span>${inside}<span class="away">${words.spokenEnd}</span></del>`
}
