import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { staffFields } from '../../../../domain/item/kinds/public-fields.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { Checkboxes } from '../../../ui/choices.tsx'
import { documentHtml } from '../../../ui/document-html.ts'
import { asChild } from '../../../ui/markup.ts'
import { FileField, Form, Hidden } from '../../../ui/form.tsx'
import { KindView } from '../../../ui/kind/kind-view.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { inspectionWords } from '../../../ui/words/inspection.ts'
import { itemWords as words } from '../../../ui/words/item.ts'
import { columnPath } from '../../portal/catalog/columns.ts'
import { fileSize } from '../../portal/file-words.ts'
import { code } from '../../portal/item/item-table.tsx'
import { deskFigures, FigureHints, PictureNote } from './figures.tsx'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; item: DeskItem }

/** The text of the edition as readers will see it (正文), with the fields of its kind above. */
export function TextPanel({ frame, item }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const special = staffFields(item.kind, item.fields, localDateOf(frame.c.var.ctx.now))
  return (
    <section class="panel">
      <h2>{words.text}</h2>
      <FigureHints item={item} />
      {special === null ? null : <KindView view={special} itemHref={to.deskItem} />}
      {item.document.blocks.length === 0 ? (
        <p>{words.noText}</p>
      ) : (
        <div class="article-body">
          {asChild(documentHtml(item.document, deskFigures(item, to)))}
        </div>
      )}
    </section>
  )
}

/** What the item is filed under and who it is for (要素). */
export function FactsPanel({ frame, item }: Props): JSX.Element {
  const { agency } = frame.c.var.site
  const { form } = words
  const column = columnPath(agency, item.category).at(-1)
  const attributes: Readonly<Record<string, string>> = form.attributes
  const rows = [
    fact(words.indexNumber, item.indexNumber === null ? null : asChild(code(item.indexNumber))),
    fact(form.attribute, attributes[item.attribute ?? ''] ?? none),
    fact(form.ground, item.ground),
    fact(form.groundReason, item.groundReason),
    fact(form.visibility, form.visibilities[item.visibility]),
    fact(form.writtenOn, item.writtenOn),
    fact(form.docNumber, item.docNumber),
    fact(form.issuer, item.issuer),
    fact(form.category, column?.name ?? item.category),
    fact(words.unit, item.unit),
    fact(form.theme, item.theme),
    fact(form.genre, item.genre),
    fact(form.summary, item.summary, true),
    fact(words.digest, <code class="digest">{item.digest}</code>, true),
  ]
  return (
    <section class="panel">
      <h2>{words.facts}</h2>
      <SummaryList paired rows={rows.flat()} />
      <p class="field-hint">{words.digestWhy}</p>
    </section>
  )
}

const none = '—'

/** A fact that is there; what was not said takes no line. */
function fact(label: string, value: Child, wide = false): SummaryRow[] {
  return value === null ? [] : [{ label, value, wide }]
}

/** The attachments of the edition, with what may be done to them (附件). */
export function FilesPanel({
  frame,
  item,
  attempt,
}: Props & { attempt: Attempt | null }): JSX.Element {
  const { to } = frame.c.var.site
  const mayEdit = item.actions.includes('edit')
  const scans: Readonly<Record<string, string>> = words.scan
  return (
    <section class="panel">
      <h2>{words.attachments}</h2>
      {item.attachments.length === 0 ? <p>{words.noFiles}</p> : null}
      <ul class="files">
        {item.attachments.map(({ id, name, bytes, mediaType, scan }) => (
          <li>
            <a href={to.deskItemFile(item.id, id)}>{name}</a>
            <span>
              {fileSize(bytes)}{' '}
              <Tag tone={scan === 'clean' ? 'green' : 'yellow'}>{scans[scan] ?? scan}</Tag>{' '}
              <a
                href={to.fileInspection(item.id, id)}
                aria-label={`${inspectionWords.link}：${name}`}
              >
                {inspectionWords.link}
              </a>
            </span>
            <PictureNote item={item} file={{ id, name, mediaType }} />
            {mayEdit ? (
              <form method="post" action={to.itemFiles(item.id)} class="no-print">
                <Hidden name="version" value={item.version} />
                <Hidden name="remove" value={id} />
                <button
                  type="submit"
                  class="button-line"
                  aria-label={`${words.removeFile}：${name}`}
                >
                  {words.removeFile}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Form action={to.itemFiles(item.id)} multipart className="form no-print">
          <Hidden name="version" value={item.version} />
          <FileField
            name="file"
            label={words.addFile}
            hint={words.addFileHint}
            error={attempt?.errors['file']}
          />
          <Checkboxes
            name="strip"
            label={words.traces}
            values={['true']}
            options={[{ value: 'true', label: words.strip, hint: words.stripHint }]}
          />
          <button type="submit" class="button-line">
            {words.addFile}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
