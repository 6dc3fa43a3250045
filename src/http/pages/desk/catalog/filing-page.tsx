import type { JSX } from 'hono/jsx/jsx-runtime'
import type { StandardMatter } from '../../../../domain/catalog/standard-matters.data.ts'
import type { Filed } from '../../../../usecases/catalog/file-matter.ts'
import { Checkboxes } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { standard } from '../../../ui/words/standard.ts'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = standard

/** Filing an item against matters (归入事项): find it by its number, then tick. */
export function FilingPage(props: {
  frame: Frame
  asked: string
  filed: Filed | null
  matters: readonly StandardMatter[]
  notice: { tone: 'success' | 'warning'; title: string } | null
}): JSX.Element {
  const { frame, asked, filed, matters, notice } = props
  const { to } = frame.c.var.site
  const isLost = asked !== '' && filed === null
  return (
    <DeskPage {...frame} title={words.fileTitle} current="catalog">
      <h1>{words.fileTitle}</h1>
      <CatalogNav c={frame.c} current="coverage" />
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      <p class="lead">{words.fileLead}</p>
      <Form action={to.matterFiling()} method="get" className="form panel">
        <TextField
          name="item"
          label={words.number}
          value={asked}
          error={isLost ? words.notFound : undefined}
          maxlength={100}
          width="medium"
        />
        <SubmitRow label={words.open} />
      </Form>
      {filed === null ? null : (
        <section class="panel">
          <h2>{filed.title}</h2>
          <Form action={to.matterFiling()}>
            <Hidden name="item" value={filed.item} />
            <Checkboxes
              name="matters"
              label={words.matters}
              values={filed.matters}
              options={matters.map(({ id, field, first, second }) => ({
                value: id,
                label: `${field}：${first}，${second}`,
              }))}
            />
            <SubmitRow label={words.save} />
          </Form>
        </section>
      )}
    </DeskPage>
  )
}
