import { describe, expect, test } from 'vitest'
import { toText } from '../../../src/domain/document/to-text.ts'
import { bytesOf } from '../../support/application-form.ts'
import { colourJpeg, pngOfKind, turnedJpeg } from '../../support/picture-files.ts'
import {
  alternatives,
  anchor,
  drawn,
  inline,
  oldTextBox,
  paragraph,
  runOf,
  said,
  textBox,
  vml,
} from '../../support/word-picture.ts'
import { blue, read, red } from './read-pictured.ts'

const figure = (file: string, alt: string, more: object = {}): object => {
  return { type: 'figure', file, alt, ...more }
}

describe('row 5: pictures of a Word file come into the text', () => {
  test('a picture in its line, one that floats, one of old Word, a photograph', async () => {
    const { tree, files, pictures } = await read(
      [
        paragraph(said('第一段。')),
        paragraph(runOf(inline('a', { descr: '办理流程示意图' }))),
        paragraph(runOf(anchor('b')), said('第二段。')),
        paragraph(said('第三段。'), runOf(vml('c', '办事大厅'))),
      ].join(''),
      { 'a.png': red, 'b.png': blue, 'c.jpg': colourJpeg },
    )
    expect(tree.blocks).toEqual([
      { type: 'paragraph', text: [{ text: '第一段。' }] },
      figure('图1.png', '办理流程示意图', { width: 50 }),
      figure('图2.png', '图2', { width: 100 }),
      { type: 'paragraph', text: [{ text: '第二段。' }] },
      { type: 'paragraph', text: [{ text: '第三段。' }] },
      figure('图3.jpg', '办事大厅', { width: 50 }),
    ])
    expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['图1.png', red.length],
      ['图2.png', blue.length],
      ['图3.jpg', colourJpeg.length],
    ])
    expect(pictures).toEqual([])
  })

  test('drawn in two ways it is taken once, and text of boxes is kept once', async () => {
    const { tree, files, pictures } = await read(
      [
        paragraph(runOf(alternatives(inline('a', { descr: '平面图' }), vml('a')))),
        paragraph(
          said('正文。'),
          runOf(
            alternatives(
              textBox(paragraph(said('框里的话。'), runOf(inline('b', { descr: '框里的图' })))),
              oldTextBox(paragraph(said('框里的话。'), runOf(vml('b')))),
            ),
          ),
        ),
      ].join(''),
      { 'a.png': red, 'b.png': blue },
    )
    expect(toText(tree)).toBe('〔图：平面图〕\n正文。\n框里的话。\n〔图：框里的图〕')
    expect(files).toHaveLength(2)
    expect(pictures).toEqual([{ kind: 'text-box', near: '正文。' }])
  })

  test('the older way is read where the newer one draws nothing; a box alone keeps its text', async () => {
    const { tree } = await read(
      paragraph(said('甲'), runOf(alternatives('<w:t>新</w:t>', '<w:t>旧</w:t>'))) +
        paragraph(said('乙'), runOf(textBox(paragraph(said('只有新写法'))))),
    )
    expect(toText(tree)).toBe('甲旧\n乙\n只有新写法')
  })

  test('the same picture twice, by one part or by two, is one file', async () => {
    const { tree, files } = await read(
      paragraph(runOf(inline('a', { descr: '甲' }))) +
        paragraph(runOf(inline('a', { descr: '乙' }))) +
        paragraph(runOf(inline('b', { descr: '丙' }))),
      { 'a.png': red, 'b.png': red },
    )
    expect(files).toHaveLength(1)
    expect(tree.blocks).toMatchObject(['甲', '乙', '丙'].map((alt) => figure('图1.png', alt)))
  })

  test('a drawing in SVG comes as the picture that stands for it', async () => {
    const both = inline('a', { descr: '图标' }).replace(
      'r:embed="a"/>',
      'r:embed="a"><a:extLst><a:ext uri="x"><asvg:svgBlip xmlns:asvg="y" r:embed="b"/></a:ext></a:extLst></a:blip>',
    )
    const svg = bytesOf('<svg onload="alert(1)"/>')
    const { tree, files } = await read(paragraph(runOf(both)), { 'a.png': red, 'b.svg': svg })
    expect(tree.blocks).toMatchObject([figure('图1.png', '图标')])
    expect(files).toHaveLength(1)
  })

  test('the line below that names a picture becomes its caption; what a program wrote is no description', async () => {
    const center = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    const { tree } = await read(
      [
        paragraph(runOf(inline('a', { descr: 'C:\\Users\\zhang\\流程.png' }))),
        paragraph(center, said('图1　办理流程')),
        paragraph(runOf(inline('a', { descr: '图片 3', title: '位置' }))),
        paragraph(said('图2为位置，请看清楚。')),
        paragraph(runOf(inline('a', { descr: '图示&#10;&#10;描述已自动生成' }))),
      ].join(''),
      { 'a.png': red },
    )
    expect(tree.blocks).toMatchObject([
      figure('图1.png', '图1 办理流程', { caption: '图1 办理流程' }),
      figure('图1.png', '位置'),
      { type: 'paragraph' },
      figure('图1.png', '图1'),
    ])
  })

  test('a sentence is not cut in two; in a list, beside a heading and before a signature nothing else moves', async () => {
    const heading = '<w:pPr><w:pStyle w:val="1"/></w:pPr>'
    const { tree } = await read(
      [
        paragraph(heading, said('一、总体要求'), runOf(inline('a', { descr: '甲' }))),
        paragraph(said('请扫描'), runOf(inline('b', { descr: '乙' })), said('二维码办理。')),
        paragraph(said('一句。'), runOf(inline('a', { descr: '丙' })), said('又一句。')),
        paragraph(said('东县人民政府')),
        paragraph(runOf(anchor('b', '印章')), said('2026年3月2日')),
      ].join(''),
      { 'a.png': red, 'b.png': blue },
    )
    expect(toText(tree)).toBe(
      '一、总体要求\n〔图：甲〕\n请扫描二维码办理。\n〔图：乙〕\n一句。\n〔图：丙〕\n又一句。\n〔图：印章〕\n东县人民政府\n2026年3月2日',
    )
    expect(tree.blocks.at(-1)).toMatchObject({ type: 'signature' })
  })

  test('a picture in a table follows it and is told; a table of nothing but pictures gives way', async () => {
    const cell = (...runs: string[]): string => `<w:tc>${paragraph(...runs)}</w:tc>`
    const table = (...cells: string[]): string => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`
    const a = runOf(inline('a', { descr: '甲' }))
    const b = runOf(inline('b', { descr: '乙' }))
    const { tree, pictures } = await read(
      table(cell(said('窗口')), cell(said('见图'), a)) + table(cell(a), cell(b)),
      { 'a.png': red, 'b.png': blue },
    )
    expect(toText(tree)).toBe('窗口\t见图\n〔图：甲〕\n〔图：甲〕\n〔图：乙〕')
    expect(pictures).toEqual([{ kind: 'in-table', near: '窗口 见图' }])
  })
})

describe('row 5: what does not come in is named with its place, never silently', () => {
  const at = (text: string, inside: string): string => paragraph(said(text), runOf(inside))
  const chart = drawn(
    'http://schemas.openxmlformats.org/drawingml/2006/chart',
    '<c:chart r:id="x"/>',
  )
  const smart = drawn('http://schemas.openxmlformats.org/drawingml/2006/diagram', '<dgm:relIds/>')
  const shape = drawn(
    'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
    '<wps:wsp/>',
  )
  const emf = new Uint8Array(64)
  emf.set([1, 0, 0, 0])
  emf.set(bytesOf(' EMF'), 40)
  const kinds: readonly (readonly [string, string, string, Uint8Array])[] = [
    ['gif', 'a.gif', inline('a'), bytesOf('GIF89a...')],
    ['bmp', 'a.bmp', inline('a'), bytesOf('BM......')],
    ['tiff', 'a.tif', inline('a'), bytesOf('II*\0....')],
    ['emf', 'a.emf', inline('a'), emf],
    ['wmf', 'a.wmf', vml('a'), new Uint8Array([0xd7, 0xcd, 0xc6, 0x9a, 0, 0])],
    ['unknown-picture', 'a.svg', inline('a'), bytesOf('<svg/>')],
    ['broken', 'a.png', inline('a'), red.subarray(0, 40)],
    ['broken', 'a.jpg', inline('a'), colourJpeg.subarray(0, 60)],
    ['missing', 'b.png', inline('a'), red],
    ['linked', 'b.png', inline('far', { link: true }), red],
    ['linked', 'b.png', inline('far'), red],
    ['chart', 'b.png', chart, red],
    ['smart-art', 'b.png', smart, red],
    ['shape', 'b.png', shape, red],
    ['shape', 'b.png', '<w:pict><v:line from="0,0" to="9,9"/></w:pict>', red],
    [
      'object',
      'b.png',
      `<w:object><v:shape><v:imagedata r:id="b"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>`,
      red,
    ],
    ['formula-object', 'b.png', '<w:object><o:OLEObject ProgID="Equation.3"/></w:object>', red],
    ['hidden', 'b.png', inline('b').replace('<wp:docPr ', '<wp:docPr hidden="1" '), red],
  ]
  test.each(kinds)('%s: %s', async (kind, name, inside, bytes) => {
    const { tree, pictures, files, dropped } = await read(at('见右图。', inside), { [name]: bytes })
    expect(pictures).toEqual([{ kind, near: '见右图。' }])
    expect(toText(tree)).toBe('见右图。')
    expect([files.length, dropped.images]).toEqual([0, 1])
  })

  test('a picture too large to be drawn is named; one cut or turned comes whole, and that is said', async () => {
    const huge = new Uint8Array(pngOfKind(1, 1, { colour: 0, depth: 8 }, () => [0]))
    new DataView(huge.buffer).setUint32(16, 30_000)
    new DataView(huge.buffer).setUint32(20, 30_000)
    const crop = '<a:srcRect l="0" t="20000"/>'
    const { pictures, files } = await read(
      at('甲。', inline('a')) +
        at('乙。', inline('b', { crop })) +
        at('丙。', inline('c', { rot: 5_400_000 })),
      { 'a.png': huge, 'b.png': red, 'c.png': blue },
    )
    expect(pictures).toEqual([
      { kind: 'too-large', near: '甲。' },
      { kind: 'trimmed', near: '乙。' },
      { kind: 'trimmed', near: '丙。' },
    ])
    expect(files).toHaveLength(2)
  })

  test('a photograph that Word turned as its own data say is as it was seen', async () => {
    const { pictures, tree } = await read(
      at('甲。', inline('a', { rot: 5_400_000, cx: 2_808_000 })),
      {
        'a.jpg': turnedJpeg(colourJpeg, 6),
      },
    )
    expect(pictures).toEqual([])
    // The height that Word gives is the width of the picture that stands upright.
    expect(tree.blocks[1]).toMatchObject({ type: 'figure', width: 16 })
  })

  test('what was deleted is gone, what stands in notes is told, a rule is nothing', async () => {
    const { pictures, tree } = await read(
      [
        `<w:p>${said('甲。')}<w:del w:author="x">${runOf(inline('a'))}</w:del></w:p>`,
        paragraph(said('乙。'), runOf('<w:footnoteReference w:id="2"/>')),
        at('丙。', '<w:pict><v:rect o:hr="t" style="width:0;height:1pt"/></w:pict>'),
      ].join(''),
      { 'a.png': red },
      {
        'word/footnotes.xml': `<w:footnotes {namespaces}><w:footnote w:id="2">${paragraph(said('注。'), runOf(inline('a')))}</w:footnote></w:footnotes>`,
      },
    )
    expect(pictures.map(({ kind }) => kind)).toEqual(['in-note'])
    expect(tree.blocks.some(({ type }) => type === 'figure')).toBe(false)
  })
})
