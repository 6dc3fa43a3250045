import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHtml } from '../../../src/domain/document/html/from-html.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { documentTree, type Block } from '../../../src/domain/document/tree.ts'

const blocks = (html: string): Block[] => fromHtml(html).tree.blocks
const text = (html: string): string => toText(fromHtml(html).tree)

describe('row 5: a pasted page becomes a document', () => {
  test('headings, paragraphs and settings of letters', () => {
    expect(
      blocks(
        '<h2>一、总则</h2><p>　　甲<b>乙</b><a href="https://a.gov.cn/x">丙</a></p><h3>二级</h3>',
      ),
    ).toEqual([
      { type: 'heading', level: 1, text: [{ text: '一、总则' }] },
      {
        type: 'paragraph',
        text: [
          { text: '甲' },
          { text: '乙', marks: ['bold'] },
          { text: '丙', href: 'https://a.gov.cn/x' },
        ],
      },
      { type: 'heading', level: 2, text: [{ text: '二级' }] },
    ])
  })

  test('line breaks of an old site part paragraphs, and numbering makes headings', () => {
    expect(
      blocks(
        '&nbsp;&nbsp;&nbsp;&nbsp;一、总则<br><br>　　第一条<br>东县人民政府<br>2026年3月2日',
      ).map(({ type }) => type),
    ).toEqual(['heading', 'paragraph', 'signature'])
  })

  test('nested lists keep their depth, tables their spans, heads and caption', () => {
    expect(blocks('<ol><li>甲<ul><li>乙</li></ul></li><li>丙</ol>')).toEqual([
      {
        type: 'list',
        ordered: true,
        items: [
          { text: [{ text: '甲' }], depth: 0 },
          { text: [{ text: '乙' }], depth: 1 },
          { text: [{ text: '丙' }], depth: 0 },
        ],
      },
    ])
    expect(
      blocks(
        '<table><caption>名单</caption><thead><tr><td colspan=2>姓名</td></tr></thead><tr><td rowspan=9>甲<p>乙</p></td><td>丙</table>',
      ),
    ).toEqual([
      {
        type: 'table',
        caption: '名单',
        rows: [
          [{ text: [{ text: '姓名' }], head: true, colspan: 2 }],
          [{ text: [{ text: '甲\n乙' }] }, { text: [{ text: '丙' }] }],
        ],
      },
    ])
  })

  test('a table that only arranges the page gives way to its content', () => {
    expect(
      blocks(
        '<table><tr><td>导航</td><td><p>正文</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
      ).map(({ type }) => type),
    ).toEqual(['paragraph', 'paragraph', 'table'])
  })

  test('what Word puts on the clipboard: title, lists, conditional junk', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-x:y}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=ZH-CN>
<p class=MsoTitle align=center><span style='font-size:22.0pt;mso-bidi-font-size:12.0pt'>关于做好政务
公开工作的通知<o:p></o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span>各单位</span><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>身份证</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>复印件</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>总体要求</p></body></html>`
    const read = fromHtml(word)
    expect(read.title).toBe('关于做好政务公开工作的通知')
    expect(read.tree.blocks).toEqual([
      { type: 'paragraph', text: [{ text: '各单位' }] },
      {
        type: 'list',
        ordered: false,
        items: [
          { text: [{ text: '身份证' }], depth: 0 },
          { text: [{ text: '复印件' }], depth: 1 },
        ],
      },
      { type: 'heading', level: 1, text: [{ text: '一、总体要求' }] },
    ])
  })
})

describe('security 9: nothing hostile comes through a paste', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">甲</a>',
    '<a href=" java\nscript:alert(1)">甲</a>',
    '<a href="data:text/html,x">甲</a>',
    '<a href="https://bank.cn@evil.example/">甲</a>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<style>@import "x"</style><link rel=stylesheet href=x>',
    '<form action=x><input name=a value=b></form>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<p style="background:url(javascript:x)" onclick="x()">甲</p>',
    '<template><img src=x onerror=x></template>',
    '<object data=x></object><embed src=x><base href=//evil>',
    '<!--><img src=x onerror=x>-->',
    '<table background="javascript:x"><tr><td>甲</table>',
    '<plaintext><b>x',
  ])('%s', (html) => {
    const read = fromHtml(html)
    expect(documentTree.safeParse(read.tree).success).toBe(true)
    expect(JSON.stringify(read.tree)).not.toMatch(
      /javascript|"href"|onerror=alert|alert\(1\)<\/script/,
    )
  })

  test.each([
    'display:none',
    'DISPLAY : none !important',
    'visibility:hidden',
    'font-size:0',
    'font-size: 0.0pt',
    'mso-hide:all',
    'position:absolute;left:-9999px',
  ])('hidden text is left out and counted: %s', (style) => {
    const read = fromHtml(`<p>明文<span style="${style}">暗文</span></p>`)
    expect(toText(read.tree)).toBe('明文')
    expect(read.dropped.hidden).toBe(1)
  })

  test('what is left out is counted', () => {
    const html =
      '<p onclick=x>甲<img src=a><img src=b><a href=../x>乙</a><del>丙</del><marquee>丁</marquee></p><script></script>'
    expect(fromHtml(html).dropped).toEqual({
      images: 2,
      links: 1,
      hidden: 1,
      active: 2,
      unknown: 1,
    })
  })

  test('letters that turn the reading direction go, rare Han and emoji stay', () => {
    expect(text('<p>𠮷䶮㛃犇骉👨‍👩‍👧 \u{202e}gpj.exe</p>')).toBe('𠮷䶮㛃犇骉👨‍👩‍👧 gpj.exe')
    expect(text('<p>العربية</p>')).toBe('العربية')
  })

  test('no page is too large, too deep or too twisted', () => {
    const pages = [
      '<div>'.repeat(200_000) + '甲',
      '<b x=1>'.repeat(300) + '<p>甲'.repeat(3000),
      Array.from({ length: 2000 }, (_, n) => `<b a${n}>`).join('') + '<p>甲'.repeat(2000),
      '<table><tr><td>'.repeat(5000) + '甲',
      `<a ${Array.from({ length: 200_000 }, (_, n) => `a${n}`).join(' ')}>甲</a>`,
      '<ul><li>'.repeat(3000) + '甲',
      `<p>${'字'.repeat(2_000_000)}</p>`,
      `<table>${'<tr><td>甲<td>乙'.repeat(6000)}</table>`,
      `<p>${'a\u{301}'.repeat(10)}${'\u{344}'.repeat(1000)}</p>`,
      '<'.repeat(500_000),
      `<img src="data:image/png;base64,${'a/b+'.repeat(100_000)}"><p>甲</p>`,
    ]
    for (const page of pages) {
      const { tree } = fromHtml(page)
      expect(documentTree.safeParse(tree).success).toBe(true)
    }
    expect(fromHtml(pages[0] ?? '').isCut).toBe(true)
    expect(text(pages[10] ?? '')).toBe('甲')
  })

  test('any soup of tags becomes a document that may be stored', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'p',
          'b',
          'td',
          'tr',
          'table',
          'li',
          'ol',
          'ul',
          'h1',
          'h4',
          'a href=http://x.cn',
          'br',
          'caption',
          'th colspan=70 rowspan=700',
          'pre',
          'svg',
          'template',
          'select',
          'del',
        ].flatMap((name) => [`<${name}>`, `</${name.split(' ')[0] ?? ''}>`]),
        '一、总则',
        '2026年3月2日',
        '\t',
        '\n',
        '<!--',
        '<![CDATA[',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(documentTree.safeParse(fromHtml(pieces.join('')).tree).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
