import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import type { NoticeView } from '../../../../usecases/notice/view.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { DataTable } from '../../../ui/table.tsx'
import {
  noticeFaultNames,
  noticeKindNames,
  noticeStateNames,
  notices as words,
} from '../../../ui/words/notice.ts'
import { personalData } from '../../../ui/words/personal-data.ts'
import { labelOf } from '../../label-of.ts'

/** What the applicant was told of, when and by which contact, and what went wrong (进展通知). */
export function NoticesPanel({ view: { notices } }: { view: CaseView }): JSX.Element | null {
  if (notices.length === 0) return null
  return (
    <section class="panel" id="notices">
      <h2>{words.title}</h2>
      <p class="field-hint">{words.lead}</p>
      <DataTable
        caption={words.title}
        columns={[
          { label: words.kind, kind: 'title' },
          { label: words.to, kind: 'text' },
          { label: words.state, kind: 'date' },
          { label: words.at, kind: 'date' },
          { label: words.why, kind: 'text' },
        ]}
        rows={notices.map((one) => ({
          cells: [
            labelOf(noticeKindNames, one.kind),
            `${labelOf(personalData.contacts, one.contact)} ${one.to ?? words.erased}`,
            labelOf(noticeStateNames, one.state),
            minuteOf(one.endedAt ?? one.madeAt),
            whyText(one),
          ],
        }))}
      />
    </section>
  )
}

function whyText({ why, tries, nextAt, state }: NoticeView): string {
  return [
    ...(why === null ? [] : [labelOf(noticeFaultNames, why)]),
    ...(tries > 1 || (tries === 1 && state !== 'sent') ? [words.tries(tries)] : []),
    ...(nextAt === null || state === 'sending' ? [] : [words.next(minuteOf(nextAt))]),
  ].join('，')
}
