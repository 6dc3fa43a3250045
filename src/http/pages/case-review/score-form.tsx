import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import { citable } from '../../../domain/case-review/score.ts'
import { sheetGroups } from '../../../domain/case-review/sheet.data.ts'
import type { SheetRowView, SheetView } from '../../../usecases/case-review/show-sheet.ts'
import { Select } from '../../ui/choices.tsx'
import { Details } from '../../ui/notice.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import {
  caseReviewWords as words,
  recordNames,
  sheetActionNames,
  sheetGroupNames,
} from '../../ui/words/case-review.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'

type Props = { frame: Frame; view: SheetView; attempt: Attempt | null }

const records = citable.map((value) => ({ value, label: recordNames[value] }))

/** The form of a score sheet (评分): every row with what the records found, its points, reason and record. */
export function ScoreForm({ frame, view, attempt }: Props): JSX.Element {
  return (
    <>
      <h2>{words.scoring}</h2>
      <Form action={frame.c.var.site.to.caseReviewSheetAct(view.review, view.n, 'save')}>
        <Hidden name="version" value={view.version} />
        <p class="field-hint">{words.saveHint}</p>
        {sheetGroups.map((group) => (
          <>
            <h3>{sheetGroupNames[group]}</h3>
            {view.rows
              .filter((row) => row.group === group)
              .map((row) => (
                <Row row={row} attempt={attempt} />
              ))}
          </>
        ))}
        <SubmitRow label={sheetActionNames.save} />
      </Form>
    </>
  )
}

function Row({ row, attempt }: { row: SheetRowView; attempt: Attempt | null }): JSX.Element {
  const { code, text, law, points, evidence, remark, deducted, reason, record } = row
  const own = attempt?.action === 'save' ? attempt : null
  const field = (name: string, label: string, stored: string): FieldOf => {
    const error = own?.errors[`${code}.${name}`]
    return {
      name: `${code}.${name}`,
      label,
      value: own?.text.get(`${code}.${name}`) ?? stored,
      ...(error === undefined ? {} : { error }),
    }
  }
  const asks = ['points', 'reason', 'record'] as const
  const isTried = asks.some((name) => own?.errors[`${code}.${name}`] !== undefined)
  const isOpen = evidence !== null || reason !== undefined || record !== undefined || isTried
  return (
    <fieldset class="form-part">
      <legend>
        {code} {text}
      </legend>
      <p class="field-hint">
        {words.law}
        {law}
      </p>
      {evidence === null ? null : (
        <p>
          <strong>
            {words.evidence}
            {evidence}
          </strong>
        </p>
      )}
      {remark === null ? null : (
        <p>
          {words.remark}
          {remark}
        </p>
      )}
      <TextField
        {...field('points', fill(words.deduct, { n: points }), String(deducted))}
        inputmode="numeric"
        maxlength={3}
        width="short"
      />
      <Details summary={words.why} open={isOpen}>
        <TextArea
          {...field('reason', words.reason, reason ?? '')}
          rows={2}
          maxlength={longestWords.reason}
        />
        <Select
          {...field('record', words.record, record ?? '')}
          blank={words.noRecord}
          options={records}
        />
      </Details>
    </fieldset>
  )
}

type FieldOf = { name: string; label: string; value: string; error?: string }
