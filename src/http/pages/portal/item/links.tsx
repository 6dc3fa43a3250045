import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { filesInText } from '../../../../domain/item/figures.ts'
import { hasPreview } from '../../../../usecases/item/files/preview-file.ts'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { asChild } from '../../../ui/markup.ts'
import { portal } from '../../../ui/words/portal.ts'
import { preview } from '../../../ui/words/preview.ts'
import { fileSize, fileType } from '../file-words.ts'
import { listLine } from './item-table.tsx'

const words = portal.item

type Props = { c: Context<AppEnv>; item: ItemView }

/** Attachments with type and size (附件). */
export function ItemFiles({ c, item }: Props): JSX.Element | null {
  const files = filesBeside(item)
  if (files.length === 0) return null
  return (
    <section class="article-section">
      <h2>
        {words.attachments}
        <small>
          （{String(files.length)} {words.files}）
        </small>
      </h2>
      <ul class="files">
        {files.map(({ id, name, bytes, mediaType }) => (
          <li>
            <a href={fileHref(c, item.id, id)} download={name}>
              {name}
            </a>
            <span>
              {fileType(name, mediaType)}，{fileSize(bytes)}
            </span>
            {hasPreview(mediaType) ? (
              <a class="files-preview" href={c.get('site').to.filePreview(item.id, id)}>
                {preview.open}
                <span class="away">：{name}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Attachments that do not stand in the text as pictures (正文以外的附件). */
export function filesBeside({ document, attachments }: ItemView): ItemView['attachments'] {
  const inText = filesInText(document)
  return attachments.filter(({ id }) => !inText.has(id))
}

/** Address of an attachment. */
export function fileHref(c: Context<AppEnv>, item: string, file: string): string {
  return c
    .get('site')
    .to.api(`/items/${encodeURIComponent(item)}/files/${encodeURIComponent(file)}`)
}

/** Policy interpretation both ways (政策解读): what explains this document, and what it explains. */
export function Interpretations({ c, item }: Props): JSX.Element | null {
  if (item.explains.length === 0 && item.explainedBy.length === 0) return null
  return (
    <section class="article-section">
      <LinkList c={c} title={words.explains} links={item.explains} />
      <LinkList c={c} title={words.explainedBy} links={item.explainedBy} />
    </section>
  )
}

function LinkList(props: {
  c: Context<AppEnv>
  title: string
  links: ItemView['explains']
}): JSX.Element | null {
  const { c, title, links } = props
  if (links.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul class="list">
        {links.map((link) => (
          <li>
            <a href={c.get('site').to.item(link.id)}>{link.title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Documents that belong to this one (相关信息). */
export function RelatedItems({ item }: { item: ItemView }): JSX.Element | null {
  if (item.related.length === 0) return null
  return (
    <section class="article-section no-print">
      <h2>{words.related}</h2>
      <ul class="list">{item.related.map((row) => asChild(listLine(row)))}</ul>
    </section>
  )
}

/** The documents before and after in the same column. */
export function ItemNeighbours({ c, item }: Props): JSX.Element | null {
  const { next, previous } = item
  if (next === null && previous === null) return null
  return (
    <nav class="article-section no-print" aria-label={words.neighbours}>
      <ul class="neighbours">
        <Neighbour c={c} label={words.previous} item={next} />
        <Neighbour c={c} label={words.next} item={previous} />
      </ul>
    </nav>
  )
}

function Neighbour(props: {
  c: Context<AppEnv>
  label: string
  item: { id: string; title: string } | null
}): JSX.Element | null {
  if (props.item === null) return null
  return (
    <li>
      <span>{props.label}</span>
      <a href={props.c.get('site').to.item(props.item.id)}>{props.item.title}</a>
    </li>
  )
}
