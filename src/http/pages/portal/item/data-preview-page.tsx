import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ChosenChart } from '../../../../domain/item/choose-chart.ts'
import type { DataPreview } from '../../../../domain/item/data-preview.ts'
import type { FilePreview } from '../../../../usecases/item/files/preview-file.ts'
import type { AppEnv } from '../../../app-env.ts'
import { BarChart } from '../../../ui/chart/bar-chart.tsx'
import { Page } from '../../../ui/layout.tsx'
import { LineChart } from '../../../ui/chart/line-chart.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { reasonWords } from '../../../ui/words/findings.ts'
import { preview as words } from '../../../ui/words/preview.ts'
import { columnCrumbs, columnPath, pageMeta } from '../catalog/columns.ts'
import { fileSize, fileType } from '../file-words.ts'

/** A data file as a table and, where it helps, a chart (数据预览页); works without JavaScript. */
export function DataPreviewPage({
  c,
  shown,
}: {
  c: Context<AppEnv>
  shown: FilePreview
}): JSX.Element {
  const { agency, to } = c.get('site')
  const { item, file, data } = shown
  const path = `/items/${encodeURIComponent(item.id)}/files/${encodeURIComponent(file.id)}`
  return (
    <Page
      c={c}
      title={words.title(file.name)}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(file.name, words.description, '数据发布') }}
      breadcrumbs={[
        ...columnCrumbs(columnPath(agency, item.category), to, true),
        { label: item.title, href: to.item(item.id) },
        { label: words.crumb },
      ]}
    >
      <h1>{file.name}</h1>
      <p class="lead">{item.title}</p>
      <div class="tools-row">
        <a class="button-line" href={to.api(path)} download={file.name}>
          {words.download}（{fileType(file.name, file.mediaType)}，{fileSize(file.bytes)}）
        </a>
        <a class="button-line" href={to.item(item.id)}>
          {words.back}
        </a>
      </div>
      {'reason' in data ? (
        <Notice tone="warning" title={words.unavailable}>
          <p>{words.reason(reasonWords(data.reason))}</p>
        </Notice>
      ) : (
        <>
          <Chart chart={data.chart} />
          <Rows data={data.preview} name={file.name} />
        </>
      )}
    </Page>
  )
}

function Chart({ chart }: { chart: ChosenChart | null }): JSX.Element | null {
  if (chart === null) return null
  const { shape, label, categories, series, unit, leftOut } = chart
  const caption = `${series.map(({ name }) => name).join('、')}${words.by(label)}`
  const Drawn = shape === 'line' ? LineChart : BarChart
  return (
    <section class="preview-chart" aria-label={words.chart}>
      <Drawn caption={caption} categories={categories} series={series} unit={unit} />
      {leftOut > 0 ? <p class="field-hint">{words.leftOut(leftOut)}</p> : null}
    </section>
  )
}

function Rows({ data, name }: { data: DataPreview; name: string }): JSX.Element {
  const { header, types, rows, rowCount, columnCount } = data
  return (
    <section>
      <h2>{words.table}</h2>
      <p>{words.rows(rows.length, rowCount)}</p>
      {columnCount > header.length ? <p>{words.columns(header.length, columnCount)}</p> : null}
      <DataTable
        caption={name}
        wide
        columns={header.map((label, index) => ({
          label,
          kind: types[index] === 'number' ? 'number' : undefined,
        }))}
        rows={rows.map((cells) => ({ cells }))}
      />
    </section>
  )
}
