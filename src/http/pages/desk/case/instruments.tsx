import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  draftId,
  type InstrumentView,
  receiptId,
  serviceId,
} from '../../../../usecases/application/instrument/instrument-view.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { documentFormats } from '../../../official-file.ts'
import type { Paths } from '../../../paths.ts'
import { documentHtml, noPictures } from '../../../ui/document-html.ts'
import { asChild } from '../../../ui/markup.ts'
import { Details } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { documentWords } from '../../../ui/words/document.ts'
import { addresseeLabels, instrument as words } from '../../../ui/words/instrument.ts'
import { labelOf } from '../../label-of.ts'

type Props = { to: Paths; view: CaseView }

/** The instruments of a case (文书) with their files, and the reply as it would be issued. */
export function InstrumentsPanel({ to, view }: Props): JSX.Element | null {
  const { instruments, hasReceipt, hasServiceRecord, preview } = view
  if (!hasReceipt && instruments.length === 0) return null
  return (
    <section class="panel" id="instruments">
      <h2>{words.title}</h2>
      <p class="field-hint">{words.rare}</p>
      {instruments.length === 0 ? <p>{words.none}</p> : <Issued to={to} view={view} />}
      {hasReceipt ? (
        <p class="downloads">
          {`${words.onDemand}：`}
          <Files to={to} view={view} id={receiptId} title={words.receipt} />
        </p>
      ) : null}
      {hasServiceRecord ? (
        <p class="downloads">
          {`${words.serviceRecord}：`}
          <Files to={to} view={view} id={serviceId} title={words.serviceRecord} />
        </p>
      ) : null}
      {preview === null ? null : (
        <Details summary={words.preview}>
          <h3>{preview.title}</h3>
          {asChild(documentHtml(preview.tree, noPictures))}
          <p class="downloads">
            {words.previewFiles}
            <Files to={to} view={view} id={draftId} title={preview.title} />
          </p>
        </Details>
      )}
    </section>
  )
}

function Issued({ to, view }: Props): JSX.Element {
  return (
    <DataTable
      caption={words.title}
      columns={[
        { label: words.name },
        { label: words.number },
        { label: words.writtenOn, kind: 'date' },
        { label: words.addressee },
        { label: words.download },
      ]}
      rows={view.instruments.map((one) => ({
        cells: [
          nameOf(one),
          one.number,
          one.writtenOn,
          labelOf(addresseeLabels, one.addressee),
          <span class="downloads">
            <Files to={to} view={view} id={one.id} title={one.title} />
          </span>,
        ],
      }))}
    />
  )
}

function nameOf({ title, void: isVoid }: InstrumentView): string {
  return isVoid ? `${title}（${words.void}）` : title
}

function Files({ to, view, id, title }: Props & { id: string; title: string }): JSX.Element {
  return (
    <>
      {documentFormats.map((format) => (
        <a
          href={to.caseInstrument(view.receipt, `${id}.${format}`)}
          download=""
          aria-label={`${title} ${documentWords.formats[format]}`}
        >
          {documentWords.formats[format]}
        </a>
      ))}
    </>
  )
}
