import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Ledger, ledgerDay, ledgerLaw } from '../../../../domain/application/ledger.ts'
import { Details } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { ledgerText, ledgerWords as words } from '../../../ui/words/ledger.ts'

/** What moved the clock of a case (期限台账): the day, what happened, the article; the due day follows from it. */
export function LedgerTable({ ledger }: { ledger: Ledger }): JSX.Element | null {
  if (ledger.length === 0) return null
  return (
    <Details summary={words.title}>
      <DataTable
        caption={words.title}
        columns={[{ label: words.on, kind: 'date' }, { label: words.what }, { label: words.law }]}
        rows={ledger.map((entry) => ({
          cells: [ledgerDay(entry), ledgerText(entry), ledgerLaw(entry)],
        }))}
      />
    </Details>
  )
}
