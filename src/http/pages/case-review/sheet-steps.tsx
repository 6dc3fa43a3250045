import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import { objectionVerdicts, type SheetAction } from '../../../domain/case-review/lifecycle.ts'
import type { SheetView } from '../../../usecases/case-review/show-sheet.ts'
import { Radios } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/form.tsx'
import {
  caseReviewWords as words,
  objectionNames,
  sheetActionNames,
} from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'

type Props = { frame: Frame; view: SheetView; attempt: Attempt | null }

/** The steps of a sheet beside its scoring that are this person's (评查表步骤). */
export function SheetSteps(props: Props): JSX.Element {
  const { frame, view } = props
  return (
    <div class="acts no-print" id="acts">
      {view.actions
        .filter((action) => action !== 'save')
        .map((action) => (
          <StepForm
            label={sheetActionNames[action]}
            action={frame.c.var.site.to.caseReviewSheetAct(view.review, view.n, action)}
            version={view.version}
          >
            <StepFields attempt={props.attempt} action={action} />
          </StepForm>
        ))}
    </div>
  )
}

function StepFields({
  attempt,
  action,
}: {
  attempt: Attempt | null
  action: SheetAction
}): JSX.Element {
  if (action === 'finish') return <p class="field-hint">{words.finishHint}</p>
  return (
    <>
      {action === 'answer' ? (
        <Radios
          {...stepField(attempt, action, 'verdict', words.verdict)}
          options={objectionVerdicts.map((value) => ({ value, label: objectionNames[value] }))}
          required
        />
      ) : (
        <p class="field-hint">{words.objectHint}</p>
      )}
      <TextArea
        {...stepField(attempt, action, 'text', words.text)}
        rows={4}
        maxlength={longestWords.objection}
        required
      />
    </>
  )
}
