import { renderToString } from 'hono/jsx/dom/server'
import { expect, test } from 'vitest'
import { BarChart } from '../../../src/http/ui/chart/bar-chart.tsx'

const drawn = (values: readonly (number | null)[]): string =>
  renderToString(
    <BarChart
      caption="各机关"
      unit="件"
      categories={values.map((_, at) => String(at))}
      series={[{ name: '件数', values }]}
    />,
  )

test('bars are drawn only where something is above nothing; else a sentence tells zero from silence', () => {
  expect(drawn([0, 3, null])).toContain('<svg')
  expect(drawn([0, 0])).toBe('<p class="c-note">各机关：各项都是 0，不画图。</p>')
  expect(drawn([0, null])).toBe(
    '<p class="c-note">各机关：已报送的各项都是 0，其余未报送，不画图。</p>',
  )
  expect(drawn([null, null])).toBe('<p class="c-note">各机关：各项都未报送，不画图。</p>')
})
