import type { JSX } from 'hono/jsx/jsx-runtime'
import type { TraceKind } from '../../../../domain/inspection/reading.ts'
import type { FileInspection } from '../../../../usecases/item/files/inspect-file.ts'
import type { ShownInspection } from '../../../../usecases/item/files/show-inspection.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import {
  inspectionWords as words,
  traceNames,
  traceRemedies,
  unreadWords,
} from '../../../ui/words/inspection.ts'
import { itemWords } from '../../../ui/words/item.ts'
import type { Frame } from '../frame.ts'

/** Where a file stands whose inspection is shown: its list, and its own address. */
export type InspectedPlace = { tab: 'items' | 'cases'; list: string; back: string; href: string }

/** What was found in an attachment before anybody reads it (附件检查结果). */
export function InspectionPage({
  frame,
  place,
  shown,
}: {
  frame: Frame
  place: InspectedPlace
  shown: Pick<ShownInspection, 'name' | 'scan' | 'inspection'>
}): JSX.Element {
  const { inspection, name, scan } = shown
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current={place.tab}
      breadcrumbs={[{ label: place.list, href: place.back }, { label: name }]}
    >
      <h1>{words.title}</h1>
      <p>
        <a href={place.href}>{name}</a>
      </p>
      {scan === 'clean' ? null : <Notice tone="warning" title={words[scan]} />}
      {inspection === null ? (
        <Notice tone="warning" title={words.never} />
      ) : (
        <Found inspection={inspection} />
      )}
    </DeskPage>
  )
}

function Found({ inspection }: { inspection: FileInspection }): JSX.Element {
  const { findings, findingCount, traces, unread } = inspection
  return (
    <>
      {unread === null ? null : (
        <Notice tone="warning" title={words.unread}>
          <p>{unreadWords[unread]}</p>
        </Notice>
      )}
      <section class="panel">
        <h2>{words.findings}</h2>
        {findings.length === 0 ? <p>{words.noFindings}</p> : null}
        <ul>
          {findings.map(({ kind, masked, isHidden }) => (
            <li>
              {itemWords.findingKinds[kind]}：{masked}
              {isHidden ? words.hidden : null}
            </li>
          ))}
        </ul>
        {findingCount > findings.length ? <p>{words.more(findingCount)}</p> : null}
      </section>
      <section class="panel">
        <h2>{words.traces}</h2>
        <p>{traces.length === 0 ? words.noTraces : words.tracesWhy}</p>
        <ul>
          {traces.map(({ trace, detail }) => (
            <li>
              {traceNames[trace]}
              {detail === '' ? null : `：${detail}`}
              <Remedy
                trace={trace}
                first={traces.find((one) => one.trace === trace)?.detail === detail}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** What to do about a trace, said once for each kind. */
function Remedy({ trace, first }: { trace: TraceKind; first: boolean }): JSX.Element | null {
  const remedy = first ? traceRemedies[trace] : undefined
  return remedy === undefined ? null : <p class="field-hint">{remedy}</p>
}
