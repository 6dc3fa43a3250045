import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { receiptId } from '../../../usecases/application/instrument/instrument-view.ts'
import type { OwnLetter, Status } from '../../../usecases/application/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { documentFormats } from '../../official-file.ts'
import { documentHtml, noPictures } from '../../ui/document-html.ts'
import { Form, Hidden } from '../../ui/form.tsx'
import { asChild } from '../../ui/markup.ts'
import { Details } from '../../ui/notice.tsx'
import { documentWords } from '../../ui/words/document.ts'
import { instrument as words } from '../../ui/words/instrument.ts'

type Props = { c: Context<AppEnv>; status: Status; secret: string }

/** What was issued to the applicant (发给申请人的文书): its text, and its files by a form without the password in an address. */
export function LettersPanel({ c, status, secret }: Props): JSX.Element | null {
  const { letters, hasReceipt } = status
  if (letters.length === 0 && !hasReceipt) return null
  return (
    <section class="panel" id="letters">
      <h2>{words.mine}</h2>
      <p class="field-hint">{words.mineWhy}</p>
      <Form action={c.var.site.to.applyDocument()}>
        <Hidden name="receipt" value={status.receipt} />
        <Hidden name="secret" value={secret} />
        {letters.map((letter) => (
          <Details summary={`${letter.view.title} ${letter.view.number ?? ''}`}>
            <Letter letter={letter} />
            <Buttons id={letter.view.id} title={letter.view.title} />
          </Details>
        ))}
        {hasReceipt ? (
          <Details summary={words.receipt}>
            <Buttons id={receiptId} title={words.receipt} />
          </Details>
        ) : null}
      </Form>
    </section>
  )
}

function Letter({ letter: { document } }: { letter: OwnLetter }): JSX.Element {
  return (
    <>
      <h3>{document.title}</h3>
      {document.docNumber === null ? null : <p>{document.docNumber}</p>}
      {asChild(documentHtml(document.tree, noPictures))}
    </>
  )
}

function Buttons({ id, title }: { id: string; title: string }): JSX.Element {
  return (
    <p class="downloads no-print">
      {documentWords.download}
      {documentFormats.map((format) => (
        <button
          type="submit"
          class="button-line"
          name="document"
          value={`${id}.${format}`}
          aria-label={`${title} ${documentWords.formats[format]}`}
        >
          {documentWords.formats[format]}
        </button>
      ))}
    </p>
  )
}
