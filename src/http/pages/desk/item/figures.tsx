import type { JSX } from 'hono/jsx/jsx-runtime'
import { isUndescribed } from '../../../../domain/document/figure-caption.ts'
import { writeFigure } from '../../../../domain/document/figure-line.ts'
import {
  figureErrors,
  figureNames,
  filesInText,
  showable,
} from '../../../../domain/item/figures.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import type { ShowFigure } from '../../../ui/document-html.ts'
import { Notice } from '../../../ui/notice.tsx'
import { fieldWords } from '../../../ui/words/field-problem.ts'
import { itemWords } from '../../../ui/words/item.ts'
import { pictureWords as words } from '../../../ui/words/picture.ts'
import type { Frame } from '../frame.ts'

/** Shows the figures of a draft (稿件中的图): what the scan has not found clean is told in words. */
export function deskFigures(
  { id: item, attachments }: DeskItem,
  to: Frame['c']['var']['site']['to'],
): ShowFigure {
  const states: Readonly<Record<string, string>> = itemWords.scan
  return ({ file, alt }) => {
    const known = attachments.find(({ id }) => id === file)
    if (known?.scan === 'clean') return { href: to.deskItemFile(item, file) }
    const state = states[known?.scan ?? 'missing'] ?? ''
    return { words: words.waiting(alt, state) }
  }
}

/** Whether a picture stands in the text, or how it comes to stand there. */
export function PictureNote({
  item,
  file,
}: {
  item: DeskItem
  file: { id: string; name: string; mediaType: string }
}): JSX.Element | null {
  if (!showable.has(file.mediaType)) return null
  if (filesInText(item.document).has(file.id)) return <span>{words.inText}</span>
  const figure = { type: 'figure', file: file.id, alt: words.whatItShows } as const
  const line = writeFigure(figure, figureNames(item.attachments))
  return item.actions.includes('edit') ? (
    <span class="field-hint">
      {words.putIn} <code>{line}</code>
    </span>
  ) : null
}

/** What is still to be done about the figures of a draft (图的提示): missing files, missing descriptions. */
export function FigureHints({ item }: { item: DeskItem }): JSX.Element | null {
  const errors = figureErrors(item)
  const bare = item.document.blocks.flatMap((block) =>
    block.type === 'figure' && isUndescribed(block) ? [`“${block.alt}”`] : [],
  )
  if (errors.length === 0 && bare.length === 0) return null
  return (
    <>
      {errors.length === 0 ? null : (
        <Notice tone="warning" title={words.missingTitle}>
          <ul>
            {errors.map((error) => (
              <li>{fieldWords(error)}</li>
            ))}
          </ul>
          <p>{words.missingWhy}</p>
        </Notice>
      )}
      {bare.length === 0 ? null : (
        <Notice title={words.describeTitle}>
          <p>{words.describeWhy([...new Set(bare)].join('、'))}</p>
        </Notice>
      )}
    </>
  )
}
