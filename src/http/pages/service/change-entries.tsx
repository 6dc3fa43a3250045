import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ChangeEntry } from '../../../domain/service/input.ts'
import type { ChangeView } from '../../../usecases/service/show-change.ts'
import { FileField, Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { DataTable } from '../../ui/table.tsx'
import { changeKindNames, powerTypeNames, service } from '../../ui/words/power.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'
import { EntryFields } from './entry-fields.tsx'

const shown = 200

/** The matters of a change (调整事项), each with a button that takes it out while it is a draft. */
export function ChangeEntries(props: {
  frame: Frame
  view: ChangeView
  mayEdit: boolean
}): JSX.Element {
  const { frame, view, mayEdit } = props
  const { to } = frame.c.var.site
  const mayRemove = mayEdit && view.entries.length > 1
  const remove = (entry: ChangeEntry, at: number): JSX.Element => (
    <Form action={to.removePowerEntry(view.id)} className="form-inline">
      <Hidden name="version" value={view.version} />
      <Hidden name="at" value={at} />
      <button
        type="submit"
        class="button-line"
        aria-label={`${service.removeEntry}：${entry.name ?? entry.power ?? ''}`}
      >
        {service.removeEntry}
      </button>
    </Form>
  )
  return (
    <section class="panel">
      <h2>{service.entries}</h2>
      {view.entries.length > shown ? (
        <p>{service.entriesMore.replace('{n}', String(view.entries.length))}</p>
      ) : null}
      <DataTable
        caption={service.entries}
        columns={[
          { label: service.kind, kind: 'date' },
          { label: service.name, kind: 'title' },
          { label: service.unit },
          { label: service.basis, kind: 'reason' },
          ...(mayRemove ? [{ label: service.removal }] : []),
        ]}
        rows={view.entries.slice(0, shown).map((entry, at) => ({
          cells: [
            labelOf(changeKindNames, entry.kind),
            <Matter entry={entry} />,
            entry.unit ?? '',
            (entry.basis ?? []).join('；'),
            ...(mayRemove ? [remove(entry, at)] : []),
          ],
        }))}
      />
    </section>
  )
}

/** The form that adds a matter to a draft (再加一项), typed or from a table. */
export function AddEntry(props: { frame: Frame; view: ChangeView; filled: Filled }): JSX.Element {
  const { frame, view, filled } = props
  const { to } = frame.c.var.site
  return (
    <div class="block no-print">
      <Form action={to.powerEntries(view.id)} multipart>
        <Hidden name="version" value={view.version} />
        <EntryFields legend={service.addEntry} at={view.entries.length} filled={filled} />
        <FileField
          {...fieldOf(filled, 'file', service.fileLabel)}
          hint={service.fileHint}
          accept=".csv,.xlsx"
        />
        <SubmitRow label={service.addButton} />
      </Form>
    </div>
  )
}

function Matter({ entry }: { entry: ChangeEntry }): JSX.Element {
  const { power, code, name, type, into, takenBy } = entry
  const codes = [...new Set([power, code].filter((one) => one !== undefined))].join(' → ')
  const facts = [
    ...(name === undefined ? [] : [codes]),
    ...(type === undefined ? [] : [labelOf(powerTypeNames, type)]),
    ...(into === undefined ? [] : [service.logNotes.merged.replace('{note}', () => into)]),
    ...(takenBy === undefined
      ? []
      : [service.logNotes['handed-down'].replace('{note}', () => takenBy)]),
  ]
  return (
    <>
      {name ?? codes}
      {facts.length === 0 ? null : <small class="cell-note">{facts.join('，')}</small>}
    </>
  )
}
