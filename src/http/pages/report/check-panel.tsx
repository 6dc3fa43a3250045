import type { JSX } from 'hono/jsx/jsx-runtime'
import { findingKey } from '../../../domain/report/annual/types.ts'
import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { ReportView } from '../../../usecases/report/annual/show-report.ts'
import { Details, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { annualReport as words } from '../../ui/words/annual-report.ts'
import { fill } from '../../ui/words/office.ts'
import { reportCellName, reportFindingWords, reportTableNames } from '../../ui/words/report.ts'

/** What the self-check says of a report (自查结果), and where to mend it. */
export function CheckPanel({ view, figures }: { view: ReportView; figures: string }): JSX.Element {
  const { check, drift, work } = view
  const { findings, blanks, prose, emptySections } = check
  return (
    <section class="panel" id="check">
      <div class="panel-head">
        <h2>{words.check}</h2>
      </div>
      {check.isClean ? <Notice tone="success" title={words.clean} /> : null}
      {findings.length === 0 ? null : (
        <>
          <h3>{fill(words.findings, { n: findings.length })}</h3>
          <ul>
            {findings.map((finding) => (
              <li>
                {reportFindingWords(finding)}
                {finding.severity === 'warning' && (work.reasons[findingKey(finding)] ?? '') !== ''
                  ? `（${words.reason}：${work.reasons[findingKey(finding)] ?? ''}）`
                  : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {blanks.length === 0 ? null : (
        <Notice tone="warning" title={fill(words.blanks, { n: blanks.length })}>
          <p>
            {words.blanksHint} <a href={figures}>{words.toFigures}</a>
          </p>
          <Details summary={fill(words.blanks, { n: blanks.length })}>
            <ul>
              {blanks.slice(0, 60).map((cell) => (
                <li>
                  {reportTableNames[cell.table]}
                  {reportCellName(cell)}
                </li>
              ))}
            </ul>
          </Details>
        </Notice>
      )}
      {check.impossible.length === 0 ? null : (
        <Notice tone="warning" title={fill(words.impossible, { n: check.impossible.length })}>
          <ul>
            {check.impossible.map((cell) => (
              <li>
                {reportTableNames[cell.table]}
                {reportCellName(cell)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {prose.length === 0 ? null : (
        <Notice tone="warning" title={words.proseFaults}>
          <ul>
            {prose.map(({ name, why }) => (
              <li>
                {fill(why === 'unknown' ? words.unknownName : words.unreportedName, { name })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {emptySections.length === 0 ? null : (
        <p>
          {words.emptySections}：
          {reportSections
            .filter(({ key }) => emptySections.includes(key))
            .map(({ title }) => title)
            .join('；')}
        </p>
      )}
      {check.stubs.length === 0 ? null : (
        <p>
          {words.stubs}：{check.stubs.join('')}
        </p>
      )}
      {drift.length === 0 ? null : (
        <Notice tone="warning" title={words.drift}>
          <p>{words.driftHint}</p>
          <DataTable
            caption={words.drift}
            columns={[
              { label: words.cell, kind: 'title' },
              { label: words.locked, kind: 'number' },
              { label: words.now, kind: 'number' },
            ]}
            rows={drift.map(({ locked, now, ...cell }) => ({
              cells: [
                reportCellName(cell),
                locked === null ? '' : String(locked),
                now === null ? '' : String(now),
              ],
            }))}
          />
        </Notice>
      )}
    </section>
  )
}
