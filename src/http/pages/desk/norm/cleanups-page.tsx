import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Cleanup } from '../../../../domain/norm/cleanup.ts'
import { may } from '../../../../usecases/permissions.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'
import { type Filled, filledField } from './norm-fields.tsx'
import { NormSwitch } from './norm-switch.tsx'

/** The cleanups of an agency (规范性文件清理), and the form that begins one. */
export function CleanupsPage(props: {
  frame: Frame
  cleanups: readonly Cleanup[]
  filled: Filled
  submission: string
}): JSX.Element {
  const { frame, cleanups, filled, submission } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.cleanups} current="norms">
      <h1>{words.cleanups}</h1>
      <p class="lead">{words.cleanupsLead}</p>
      <NormSwitch frame={frame} current="cleanups" />
      <ErrorSummary errors={filled.errors} />
      {cleanups.length === 0 ? (
        <EmptyState title={words.noCleanups} />
      ) : (
        <DataTable
          caption={words.cleanups}
          columns={[
            { label: words.cleanupTitle, kind: 'title' },
            { label: words.state },
            { label: words.openedOn, kind: 'date' },
            { label: words.decidedOn, kind: 'date' },
          ]}
          rows={cleanups.map(({ id, title, state, openedOn, decidedOn }) => ({
            cells: [
              <a href={to.cleanup(id)}>{title}</a>,
              words.cleanupStates[state],
              openedOn,
              decidedOn ?? '',
            ],
          }))}
        />
      )}
      {may(frame.c.var.ctx.actor, 'norm.cleanup') ? (
        <section class="panel">
          <h2>{words.cleanupOpen}</h2>
          <Form action={to.cleanups()}>
            <Hidden name="submission" value={submission} />
            <TextField
              {...filledField(filled, 'title', words.cleanupTitle)}
              hint={words.cleanupTitleHint}
              required
              maxlength={200}
            />
            <SubmitRow label={words.cleanupOpen} />
          </Form>
        </section>
      ) : null}
    </DeskPage>
  )
}
