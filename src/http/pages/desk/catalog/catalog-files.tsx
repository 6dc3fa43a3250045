import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FileComparison } from '../../../../usecases/catalog/compare-files.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { DataTable } from '../../../ui/table.tsx'
import { catalogFiles } from '../../../ui/words/catalog.ts'
import type { Frame } from '../frame.ts'

const words = catalogFiles

/** Entries and files of the catalogue told apart (目录与文件), with those that do not agree. */
export function CatalogFiles({
  frame,
  compared,
}: {
  frame: Frame
  compared: FileComparison
}): JSX.Element {
  const { to } = frame.c.var.site
  const { entries, files, bare, unlabelled, found } = compared
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {filled(words.entries, entries)}
        {filled(words.files, files)}
      </p>
      {found.length === 0 ? (
        <p class="none">{words.fine}</p>
      ) : (
        <>
          <p>
            {filled(words.bare, bare)}
            {filled(words.unlabelled, unlabelled)}
          </p>
          <DataTable
            caption={words.title}
            columns={[{ label: words.item, kind: 'title' }, { label: words.problem }]}
            rows={found.map(({ id, title, problem, missing }) => ({
              cells: [
                <a href={to.deskItem(id)}>{title}</a>,
                problem === 'bare'
                  ? words.isBare
                  : words.lacks.replace('{what}', missing.map((name) => words[name]).join('、')),
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

function filled(text: string, n: number): string {
  return text.replace('{n}', figure(n))
}
