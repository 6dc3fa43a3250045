import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import { figures } from '../../ui/words/figures.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'

/** The form in which the text is written (修改正文), and the figures that it may quote by name. */
export function WritingForm(props: {
  frame: Frame
  view: BulletinView
  attempt: Attempt | null
}): JSX.Element {
  const { frame, view, attempt } = props
  const { bulletin, sections, references } = view
  const typed = attempt?.action === 'edit' ? attempt : null
  return (
    <Details summary={words.writing} open={typed !== null}>
      <Form action={frame.c.var.site.to.bulletinAct(bulletin.id, 'edit')}>
        <Hidden name="version" value={bulletin.version} />
        {sections.map(({ key, title }) => (
          <TextArea
            name={`prose.${key}`}
            label={title}
            value={typed?.text.get(`prose.${key}`) ?? bulletin.prose[key]}
            hint={words.quoteHint}
            error={typed?.errors[`prose.${key}`] ?? typed?.errors['prose']}
            rows={6}
            maxlength={5000}
          />
        ))}
        <SubmitRow label={words.save} />
      </Form>
      <Details summary={words.references}>
        <DataTable
          caption={words.references}
          columns={[
            { label: words.referenceName, kind: 'title' },
            { label: words.current, kind: 'number' },
          ]}
          rows={references.map(({ name, value }) => ({
            cells: [`{${name}}`, value === null ? figures.unreported : String(value)],
          }))}
        />
      </Details>
    </Details>
  )
}
