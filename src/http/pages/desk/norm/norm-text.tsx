import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NormView } from '../../../../usecases/norm/show-norm.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'

/** Which text the legality review looked at, and whether it is still that (审核的文本). */
export function NormTextPanel({ frame, view }: { frame: Frame; view: NormView }): JSX.Element {
  const { to } = frame.c.var.site
  const { text, textDigest } = view
  return (
    <section class="panel">
      <h2>{words.text}</h2>
      {text === null ? <p>{words.textNone}</p> : null}
      {textDigest !== null && text?.isReviewed !== true ? (
        <Notice
          tone="warning"
          title={view.publishedOn === null ? words.textChanged : words.textChangedLater}
        />
      ) : null}
      {text === null ? null : (
        <>
          <SummaryList
            rows={[
              { label: words.textItem, value: <a href={to.deskItem(text.item)}>{text.title}</a> },
              { label: words.textFiles, value: filesOf(text.files) },
              { label: words.textDigest, value: <code class="digest">{text.digest}</code> },
              {
                label: words.reviewedDigest,
                value:
                  textDigest === null ? words.textOpen : <code class="digest">{textDigest}</code>,
              },
            ].filter(({ value }) => value !== null)}
          />
          {text.isReviewed ? <p>{words.textOk}</p> : null}
        </>
      )}
    </section>
  )
}

function filesOf(files: readonly { name: string; sha256: string }[]): Child | null {
  if (files.length === 0) return null
  return (
    <ul class="list">
      {files.map(({ name, sha256 }) => (
        <li>
          {name} <code class="digest">{sha256}</code>
        </li>
      ))}
    </ul>
  )
}
