import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ReplyFile } from '../../../../usecases/application/reply/reply-files.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import type { Paths } from '../../../paths.ts'
import { Checkboxes } from '../../../ui/choices.tsx'
import { FileField, Form, Hidden } from '../../../ui/form.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { release as words, releaseScans } from '../../../ui/words/release.ts'
import { fileSize } from '../../portal/file-words.ts'
import type { Attempt } from '../attempt.ts'

type Props = { to: Paths; view: CaseView; attempt: Attempt | null }

/** Name of the act by which files are put into a reply, among the steps that a page may show again. */
export const fileAct = 'files'

/** The files that go out with the reply (答复附件): what was found in them, and what may be done. */
export function ReplyFilesPanel({ to, view, attempt }: Props): JSX.Element | null {
  const mayEdit = view.actions.includes('draft')
  if (view.replyFiles.length === 0 && !mayEdit) return null
  return (
    <section class="panel" id="reply-files">
      <h2>{words.title}</h2>
      <p class="field-hint">{mayEdit ? words.lead : words.closed}</p>
      {view.replyFiles.length === 0 ? <p>{words.none}</p> : null}
      <ul class="files">
        {view.replyFiles.map((file) => (
          <li>
            <a href={to.caseFile(view.receipt, file.id)}>{file.name}</a>
            <Standing to={to} receipt={view.receipt} file={file} />
            {mayEdit ? <Removal to={to} receipt={view.receipt} file={file} /> : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <AddForm to={to} receipt={view.receipt} attempt={attempt} /> : null}
    </section>
  )
}

type FileProps = { to: Paths; receipt: string; file: ReplyFile }

function Standing({ to, receipt, file }: FileProps): JSX.Element {
  const { id, name, bytes, scan, stops, original, sha256 } = file
  return (
    <>
      <p class="field-hint">
        {fileSize(bytes)} {scan === 'clean' ? null : <Tag tone="yellow">{releaseScans[scan]}</Tag>}{' '}
        <Tag tone={stops === 0 ? 'green' : 'yellow'}>
          {stops === 0 ? words.clean : words.stops(stops)}
        </Tag>{' '}
        {original === null ? null : <Tag tone="grey">{words.original}</Tag>}{' '}
        <a href={to.caseInspection(receipt, id)} aria-label={`${words.inspection}：${name}`}>
          {words.inspection}
        </a>
      </p>
      <p class="field-hint">
        {words.digest}：<code class="digest">{sha256}</code>
      </p>
    </>
  )
}

function Removal({ to, receipt, file }: FileProps): JSX.Element {
  return (
    <form method="post" action={to.caseFiles(receipt)} class="no-print">
      <Hidden name="remove" value={file.id} />
      <button type="submit" class="button-line" aria-label={`${words.remove}：${file.name}`}>
        {words.remove}
      </button>
    </form>
  )
}

function AddForm({
  to,
  receipt,
  attempt,
}: {
  to: Paths
  receipt: string
  attempt: Attempt | null
}): JSX.Element {
  const errors = attempt?.action === fileAct ? attempt.errors : {}
  return (
    <Form action={to.caseFiles(receipt)} multipart className="form no-print">
      <FileField name="file" label={words.file} hint={words.fileHint} error={errors['file']} />
      <FileField
        name="original"
        label={words.originalField}
        hint={words.originalHint}
        error={errors['original']}
      />
      <Checkboxes
        name="strip"
        label={words.traces}
        values={['true']}
        options={[{ value: 'true', label: words.strip, hint: words.stripHint }]}
      />
      <button type="submit" class="button-line">
        {words.add}
      </button>
    </Form>
  )
}
