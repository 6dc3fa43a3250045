import type { JSX } from 'hono/jsx/jsx-runtime'
import * as z from 'zod'
import { may } from '../../../usecases/permissions.ts'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { Form, Hidden, TextArea } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bulletin as words, objectionStateNames } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'

const ids = z.array(z.string())

type Props = { frame: Frame; view: BulletinView; attempt: Attempt | null }

/** The objections of the agencies below to their sheets (考核异议), and the form that decides on one. */
export function ObjectionsPanel(props: Props): JSX.Element | null {
  const { view } = props
  if (view.objections.length === 0) return null
  return (
    <section>
      <h2>{words.objections}</h2>
      {view.objections.map((objection) => (
        <Objection {...props} objection={objection} />
      ))}
    </section>
  )
}

function Objection({
  frame,
  view,
  attempt,
  objection,
}: Props & { objection: BulletinView['objections'][number] }): JSX.Element {
  const { agency, state, marks, text, reason, version } = objection
  const sheet = view.content.sheets.find((one) => one.agency === agency)
  const about = ids
    .parse(JSON.parse(marks))
    .flatMap((id) => sheet?.marks.find((mark) => mark.id === id)?.what ?? [])
  const own = attempt?.action === `objection-${agency}` ? attempt : null
  const isOpen = state === 'open' && may(frame.c.var.ctx.actor, 'objection.decide')
  return (
    <section class="panel">
      <h3>{fill(words.objectionOf, { name: sheet?.name ?? agency })}</h3>
      <p class="tags">
        <Tag tone={state === 'open' ? 'yellow' : 'grey'}>{labelOf(objectionStateNames, state)}</Tag>
      </p>
      <p>{text}</p>
      <p class="c-note">{fill(words.objectionMarks, { marks: about.join('；') })}</p>
      {reason === null ? null : <p>{`${words.reason}：${reason}`}</p>}
      {isOpen ? (
        <Form action={frame.c.var.site.to.bulletinObjection(view.bulletin.id, agency)}>
          <Hidden name="version" value={version} />
          <TextArea
            id={own === null ? `reason-${agency}` : 'reason'}
            name="reason"
            label={words.reason}
            value={own?.text.get('reason')}
            error={own?.errors['reason']}
            rows={3}
            maxlength={1000}
            required
          />
          <div class="inline-acts">
            {(['upheld', 'rejected'] as const).map((verdict) => (
              <button type="submit" class="button" name="verdict" value={verdict}>
                {words[verdict]}
              </button>
            ))}
          </div>
        </Form>
      ) : null}
    </section>
  )
}
