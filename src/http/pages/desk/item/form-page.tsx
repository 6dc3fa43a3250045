import type { JSX } from 'hono/jsx/jsx-runtime'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField, Form, Hidden, SubmitRow, TextArea } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Details, Notice } from '../../../ui/notice.tsx'
import { itemWords } from '../../../ui/words/item.ts'
import { paragraphs } from '../../paragraphs.tsx'
import type { Frame } from '../frame.ts'
import { KindPart } from './form-kind.tsx'
import { BasicFields, FilingFields, OpennessFields, type Typed } from './form-parts.tsx'

const words = itemWords.form

/** What the form for an item shows: `text` as typed or as it stands. */
export type ItemFormProps = {
  frame: Frame
  /** null for a new item */ id: string | null
  version: number | null
  submission: string
  text: ReadonlyMap<string, string>
  errors: FormErrors
  notice: { tone: 'info' | 'warning'; title: string; lines: readonly string[] } | null
  /** what somebody else saved meanwhile, to be compared with what was typed */
  theirs: string | null
}

/** The form in which an item is drawn up or changed (起草表单). */
export function ItemFormPage(props: ItemFormProps): JSX.Element {
  const { frame, id, version, submission, text, errors, notice, theirs } = props
  const { to } = frame.c.var.site
  const filled: Typed = { text, errors }
  const title = id === null ? itemWords.newItem : (text.get('title') ?? itemWords.edit)
  const back = id === null ? to.deskItems() : to.deskItem(id)
  return (
    <DeskPage
      {...frame}
      title={title}
      current="items"
      breadcrumbs={[{ label: itemWords.items, href: to.deskItems() }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <FormNotice notice={notice} />
      {theirs === null ? null : (
        <section class="panel">
          <h2>{itemWords.theirs}</h2>
          {paragraphs(theirs)}
        </section>
      )}
      {id === null ? <p class="lead">{words.newLead}</p> : null}
      <Form
        action={id === null ? to.newItem() : to.editItem(id)}
        autosave={
          id === null ? undefined : to.api(`/desk/items/${encodeURIComponent(id)}/autosave`)
        }
        multipart
        className="form form-split"
      >
        {version === null ? null : <Hidden name="version" value={version} />}
        <Hidden name="submission" value={submission} />
        <ReadTree json={text.get('document')} pictures={text.get('pictures')} />
        <div class="form-main">
          <BasicFields filled={filled} isNew={id === null} />
          <KindPart filled={filled} />
          <BodyPart filled={filled} convert={to.api('/desk/documents/convert')} />
        </div>
        <div class="form-side">
          <OpennessFields filled={filled} />
          <FilingFields filled={filled} agency={frame.c.var.site.agency} />
        </div>
        <p
          class="field-hint"
          aria-live="polite"
          data-autosave-note=""
          data-saved={words.autosaved}
          data-failed={words.autosaveFailed}
        />
        <SubmitRow label={words.save} secondary={{ label: words.cancel, href: back }} />
      </Form>
    </DeskPage>
  )
}

/** The text itself (正文): read from a file, pasted or typed. */
function BodyPart({
  filled: { text, errors },
  convert,
}: {
  filled: Typed
  convert: string
}): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{words.body}</legend>
      <FileField
        name="word"
        label={words.word}
        hint={words.wordHint}
        error={errors['word']}
        accept=".docx,.txt,.html,.htm"
      />
      <p class="submit">
        <button type="submit" name="act" value="read" class="button-line">
          {words.wordButton}
        </button>
      </p>
      <TextArea
        name="source"
        label={words.body}
        hint={words.bodyHint}
        paste={convert}
        value={text.get('source')}
        error={errors['body'] ?? errors['source'] ?? errors['document']}
        rows={24}
      />
      <p
        class="field-hint"
        aria-live="polite"
        data-paste-note=""
        data-pictures={words.pasteImages}
      />
      <Details summary={words.notation}>
        <ul>
          {words.notationLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
    </fieldset>
  )
}

/** What is to be known before the form is filled in on; several things stand as a list. */
function FormNotice({ notice }: Pick<ItemFormProps, 'notice'>): JSX.Element | null {
  if (notice === null) return null
  const { tone, title, lines } = notice
  return (
    <Notice tone={tone} title={title}>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** The structure of a file that was read in, which the text field cannot hold, and the way to its pictures. */
function ReadTree({
  json,
  pictures,
}: {
  json: string | undefined
  pictures: string | undefined
}): JSX.Element {
  return (
    <>
      {json === undefined ? null : <Hidden name="document" value={json} />}
      {pictures === undefined || pictures === '' ? null : (
        <Hidden name="pictures" value={pictures} />
      )}
    </>
  )
}
