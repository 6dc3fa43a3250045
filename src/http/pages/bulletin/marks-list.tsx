import type { JSX } from 'hono/jsx/jsx-runtime'
import { lineNames } from '../../../domain/report/bulletin/document.ts'
import type { Mark } from '../../../domain/report/bulletin/sheet.ts'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../desk/frame.ts'
import { Evidence } from './evidence.tsx'

/** The marks of a sheet (记分): line, points, what, on what it rests and who entered it. */
export function MarksList(props: {
  frame: Frame
  agency: string
  marks: readonly Mark[]
  /** where a mark by hand is taken back; null where it is not any more */
  removeAt: ((mark: string) => string) | null
}): JSX.Element {
  const { frame, agency, marks, removeAt } = props
  if (marks.length === 0) return <p>{words.noMarks}</p>
  return (
    <ul>
      {marks.map((mark) => (
        <li>
          {`${lineNames[mark.line]} ${mark.line === 'praise' ? '+' : '−'}${mark.points}：${mark.what}`}
          {mark.by === null ? '' : `（${fill(words.enteredBy, { name: mark.by })}）`}
          {mark.struck === null ? '' : `（${fill(words.struck, { reason: mark.struck })}）`}
          <Evidence frame={frame} evidence={mark.evidence} agency={agency} />
          {removeAt === null || mark.by === null ? null : (
            <Form action={removeAt(mark.id)} className="inline-acts">
              <button type="submit" class="button">
                {words.removeMark}
                <span class="away">{mark.what}</span>
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
