import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PlacedColumn } from '../../../../usecases/catalog/column-path.ts'
import type { ItemPage } from '../../../../usecases/item/item-view.ts'
import { Checkboxes, Select, type Option } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { moveWords } from '../../../ui/words/catalog.ts'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = moveWords

type Props = {
  frame: Frame
  columns: readonly PlacedColumn[]
  chosen: { from: string; to: string; items: readonly string[] }
  /** null before a column is chosen */
  list: ItemPage | null
  isFirst: boolean
  errors: FormErrors
  notice: { title: string; detail: string } | null
  /** how many were just moved */
  moved: number | null
}

/** Moving items to another column (调整栏目): choose where they are, which, and where to. */
export function MovePage(props: Props): JSX.Element {
  const { frame, columns, chosen, list, errors, notice, moved } = props
  const { to } = frame.c.var.site
  const options = columns.map(({ id, path }) => ({
    value: id,
    label: path.map(({ name }) => name).join(' / '),
  }))
  return (
    <DeskPage {...frame} title={words.title} current="catalog">
      <ErrorSummary errors={errors} />
      {moved === null ? null : (
        <Notice tone="success" title={words.done.replace('{n}', String(moved))} />
      )}
      {notice === null ? null : (
        <Notice tone="warning" title={notice.title}>
          <p>{notice.detail}</p>
        </Notice>
      )}
      <h1>{words.title}</h1>
      <CatalogNav c={frame.c} current="columnMoves" />
      <p class="lead">{words.lead}</p>
      <Form action={to.columnMoves()} method="get" className="form panel">
        <Select name="from" id="f-from" label={words.from} value={chosen.from} options={options} />
        <SubmitRow label={words.choose} />
      </Form>
      {list === null ? <p>{words.none}</p> : <Items {...props} options={options} list={list} />}
    </DeskPage>
  )
}

function Items(props: Props & { options: readonly Option[]; list: ItemPage }): JSX.Element {
  const { frame, chosen, list, isFirst, options, errors } = props
  const { to } = frame.c.var.site
  if (list.items.length === 0) return <EmptyState title={words.empty} />
  return (
    <>
      <Form action={to.columnMoves()} className="form panel">
        <Hidden name="from" value={chosen.from} />
        <Checkboxes
          name="items"
          label={words.items}
          error={errors['items']}
          values={chosen.items}
          options={list.items.map(({ id, title, indexNumber, publishedAt }) => ({
            value: id,
            label: title,
            hint: `${indexNumber}，${words.published} ${publishedAt.slice(0, 10)}`,
          }))}
        />
        <Select
          name="to"
          label={words.to}
          error={errors['to']}
          value={chosen.to}
          options={options.filter(({ value }) => value !== chosen.from)}
          required
        />
        <SubmitRow label={words.move} />
      </Form>
      <Pager
        next={list.next === null ? null : to.columnMoves({ from: chosen.from, cursor: list.next })}
        first={isFirst ? null : to.columnMoves({ from: chosen.from })}
      />
    </>
  )
}
