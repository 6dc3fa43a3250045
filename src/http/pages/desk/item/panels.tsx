import type { JSX } from 'hono/jsx/jsx-runtime'
import { isReviewLevel } from '../../../../domain/item/states.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { traceNames, traceRemedies } from '../../../ui/words/inspection.ts'
import { checkLabels, itemWords as words, levelLabels } from '../../../ui/words/item.ts'
import type { Frame } from '../frame.ts'

type Props = { item: DeskItem }

/** Who reviewed which bytes and when (审查记录); what no longer holds says so. */
export function ReviewsPanel({ item }: Props): JSX.Element {
  const missing = item.missing.map((level) => levelLabels[level]).join('、')
  return (
    <section class="panel">
      <h2>{words.reviews}</h2>
      <p>{missing === '' ? words.complete : words.missing.replace('{levels}', missing)}</p>
      {item.reviews.length === 0 ? (
        <p>{words.noReviews}</p>
      ) : (
        <ol class="reviews">
          {item.reviews.map((review) => (
            <li>
              <p>
                <strong>
                  {isReviewLevel(review.level) ? levelLabels[review.level] : review.level}
                </strong>{' '}
                {review.reviewer} <time datetime={review.at}>{minuteOf(review.at)}</time>{' '}
                <Tag tone={review.verdict === 'approve' ? 'green' : 'yellow'}>
                  {review.verdict === 'approve' ? words.approved : words.returned}
                </Tag>{' '}
                {review.isVoid ? <Tag tone="grey">{words.reviewVoid}</Tag> : null}
              </p>
              {review.opinion === null ? null : <p>{review.opinion}</p>}
              {review.override === null ? null : (
                <p>
                  {words.step.override}：{review.override}
                </p>
              )}
              {review.checks.length === 0 ? null : (
                <p class="field-hint">{review.checks.map(checkName).join('；')}</p>
              )}
              <p class="field-hint">
                {words.digest}：<code class="digest">{review.digest}</code>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function checkName(check: string): string {
  const names: Readonly<Record<string, string>> = checkLabels
  return names[check] ?? check
}

/** What was found before publication (个人信息、假涂黑), masked, what to do, and files that could not be read. */
export function FindingsPanel({ item }: Props): JSX.Element | null {
  const { findings } = item
  if (findings === null) return null
  if (findings.findings.length === 0 && findings.unscanned.length === 0) return null
  const kinds: Readonly<Record<string, string>> = { ...traceNames, ...words.findingKinds }
  const remedies: Readonly<Record<string, string>> = traceRemedies
  const isOut = item.state === 'published'
  const found = new Set(findings.findings.map(({ kind }) => kind))
  const nameOf = (where: string): string =>
    where === 'text'
      ? words.inText
      : (item.attachments.find(({ id }) => id === where)?.name ?? where)
  return (
    <Notice tone={isOut ? 'info' : 'warning'} title={isOut ? words.findingsBefore : words.findings}>
      {findings.findings.length === 0 ? null : (
        <>
          <p>{words.findingsWhy}</p>
          <ul>
            {findings.findings.map(({ kind, masked, where }) => (
              <li>
                {kinds[kind] ?? kind}：{masked}（{nameOf(where)}）
              </li>
            ))}
          </ul>
          {[...found].map((kind) =>
            remedies[kind] === undefined ? null : (
              <p>
                {kinds[kind]}：{remedies[kind]}
              </p>
            ),
          )}
        </>
      )}
      {findings.unscanned.length === 0 ? null : (
        <p>
          {words.unscanned}：{findings.unscanned.map(({ file }) => nameOf(file)).join('、')}
        </p>
      )}
    </Notice>
  )
}

/** How the agencies that the item concerns stand to it (会商): silence is shown as what it is. */
export function ConsultationsPanel({ frame, item }: Props & { frame: Frame }): JSX.Element | null {
  if (item.consultations.length === 0) return null
  const { agencies } = frame.c.var.region
  const names: Readonly<Record<string, string>> = words.standings
  return (
    <section class="panel">
      <h2>{words.consultations}</h2>
      <p class="field-hint">{words.consultationsWhy}</p>
      <ul>
        {item.consultations.map(({ agencyId, standing }) => (
          <li>
            {agencies.find(({ id }) => id === agencyId)?.name ?? agencyId}{' '}
            <Tag tone={standing === 'agreed' ? 'green' : standing === 'overdue' ? 'red' : 'yellow'}>
              {names[standing] ?? standing}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The editions that went out (版本). */
export function EditionsPanel({ frame, item }: Props & { frame: Frame }): JSX.Element | null {
  if (item.editions.length === 0) return null
  const { to } = frame.c.var.site
  return (
    <section class="panel">
      <h2>{words.editions}</h2>
      <DataTable
        caption={words.editions}
        columns={[
          { label: words.editions },
          { label: words.form.note },
          { label: words.updatedAt },
        ]}
        rows={item.editions.map(({ n, note, publishedAt, isOpen }) => ({
          cells: [
            isOpen && item.isLive ? (
              <a href={to.itemEdition(item.id, n)}>{words.edition.replace('{n}', String(n))}</a>
            ) : (
              words.edition.replace('{n}', String(n))
            ),
            note ?? '',
            minuteOf(publishedAt),
          ],
        }))}
      />
    </section>
  )
}

/** A review is named by its level and what it said. */
function stepName({ level, verdict }: DeskItem['timeline'][number], name: string): string {
  if (level === null || !isReviewLevel(level)) return name
  return `${levelLabels[level]}：${verdict === 'approve' ? words.approved : words.returned}`
}

/** What happened to the item and who did it (办理过程). */
export function HistoryPanel({ item }: Props): JSX.Element {
  const names: Readonly<Record<string, string>> = words.events
  return (
    <section class="panel">
      <h2>{words.timeline}</h2>
      <Timeline
        steps={item.timeline.toReversed().map((step) => ({
          at: minuteOf(step.at),
          label: stepName(step, names[step.event] ?? step.event),
          note: step.by,
        }))}
      />
    </section>
  )
}
