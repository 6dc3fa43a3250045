import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/domain/document/tree.ts'
import { documentHtml, noPictures } from '../../src/http/ui/document-html.ts'

const html = (...blocks: Block[]): string =>
  documentHtml({ v: 1, blocks }, (figure) =>
    figure.file === 'f1' ? { href: '/files/f1' } : noPictures(figure),
  ).markup

describe('security 9: a document is shown as text', () => {
  test('markup in texts, marks and captions is shown, never run', () => {
    const text = [{ text: '<script>alert(1)</script>', marks: ['bold' as const] }]
    const written = html(
      { type: 'paragraph', text },
      { type: 'table', caption: '"><img src=x>', rows: [[{ text }]] },
      { type: 'figure', file: 'f1', alt: '" onerror="x' },
    )
    expect(written).not.toMatch(/<script|<img src=x|" onerror="/)
    expect(written).toContain('<strong>&lt;script&gt;alert(1)&lt;/script&gt;</strong>')
    expect(written).toContain('src="/files/f1"')
  })

  test('a picture has its size, its description and its caption; one that is not to be had is told in words', () => {
    const figure = { type: 'figure' as const, file: 'f1', alt: '办理流程' }
    const pixels = { width: 400, height: 300 }
    expect(html({ ...figure, caption: '图1', width: 50, pixels })).toBe(
      '<figure><img src="/files/f1" alt="办理流程" width="396" height="297" loading="lazy" decoding="async"><figcaption>图1</figcaption></figure>',
    )
    expect(html({ ...figure, pixels })).toContain('width="400" height="300"')
    expect(html({ ...figure, pixels: { width: 1400, height: 330 } })).toContain(
      '<a class="picture-whole no-print" href="/files/f1" download="">下载原图<span class="away">：办理流程</span></a></figure>',
    )
    expect(html({ ...figure, file: 'f2', caption: '图1 <b>' })).toBe(
      '<figure><p class="picture-words">（图片暂时不能显示：办理流程）</p><figcaption>图1 &lt;b&gt;</figcaption></figure>',
    )
  })

  test('tables, bold, links and nested lists survive', () => {
    expect(
      html({
        type: 'list',
        ordered: true,
        items: [
          { text: [{ text: '甲' }], depth: 0 },
          { text: [{ text: '乙' }], depth: 1 },
          { text: [{ text: '丙' }], depth: 3 },
          { text: [{ text: '丁' }], depth: 0 },
        ],
      }),
    ).toBe('<ol><li>甲<ol><li>乙<ol><li>丙</li></ol></li></ol></li><li>丁</li></ol>')
    expect(
      html({
        type: 'table',
        rows: [[{ text: [{ text: '甲', href: 'https://a.gov.cn/' }], head: true, colspan: 2 }]],
      }),
    ).toContain(
      '<th colspan="2"><a href="https://a.gov.cn/" rel="external noopener nofollow">甲</a></th>',
    )
  })

  test('no level of heading is skipped (WCAG 1.3.1)', () => {
    const heading = (level: 1 | 2 | 3 | 4): Block => ({
      type: 'heading',
      level,
      text: [{ text: 'x' }],
    })
    const ranks = [...html(heading(3), heading(4), heading(1), heading(4)).matchAll(/<h(\d)/g)]
    expect(ranks.map(([, rank]) => rank)).toEqual(['2', '3', '2', '3'])
  })
})
