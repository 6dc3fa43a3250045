import { describe, expect, test } from 'vitest'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { chineseNumber, romanNumber } from '../../../src/domain/document/number-words.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { documentTree } from '../../../src/domain/document/tree.ts'
import { mapElements } from '../../../src/domain/document/word/xml.ts'
import { para, wordFile } from '../../support/word-file.ts'

type Read = Extract<Awaited<ReturnType<typeof fromWord>>, { ok: true }>

async function read(bytes: Uint8Array): Promise<Read> {
  const reading = await fromWord(bytes)
  if (!reading.ok) throw new Error(reading.reason)
  expect(documentTree.safeParse(reading.tree).success).toBe(true)
  return reading
}

const numbered = (level: number, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

describe('row 5: a Word file becomes a document', () => {
  test('title, headings by style and numbering, automatic numbers, lists, tables, signature', async () => {
    const cell = (text: string, more = ''): string =>
      `<w:tc><w:tcPr>${more}</w:tcPr>${para(text)}</w:tc>`
    const { title, tree } = await read(
      wordFile(
        [
          para('关于做好政务公开', '<w:pStyle w:val="t"/>'),
          para('工作的通知', '<w:pStyle w:val="t"/>'),
          para('各乡镇人民政府：'),
          para('总体要求', numbered(0)),
          para('基本原则', numbered(1)),
          para('基本目标', numbered(1)),
          para('重点任务', numbered(0)),
          para('任务清单', '<w:pStyle w:val="2"/>'),
          para('𠮷𡈽䶮', '', '<w:b/>'),
          para('甲', numbered(0, 2)),
          para('乙', numbered(0, 2)),
          `<w:tbl><w:tr>${cell('姓名', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`,
          para('东县人民政府', '<w:jc w:val="right"/>'),
          para('2026年3月2日', '<w:jc w:val="right"/>'),
        ].join(''),
      ),
    )
    expect(title).toBe('关于做好政务公开工作的通知')
    expect(tree.blocks).toMatchObject([
      { type: 'paragraph', text: [{ text: '各乡镇人民政府：' }] },
      { type: 'heading', level: 1, text: [{ text: '一、总体要求' }] },
      { type: 'heading', level: 2, text: [{ text: '（一）基本原则' }] },
      { type: 'heading', level: 2, text: [{ text: '（二）基本目标' }] },
      { type: 'heading', level: 1, text: [{ text: '二、重点任务' }] },
      { type: 'heading', text: [{ text: '任务清单' }] },
      { type: 'paragraph', text: [{ text: '𠮷𡈽䶮', marks: ['bold'] }] },
      {
        type: 'list',
        ordered: false,
        items: [{ text: [{ text: '甲' }] }, { text: [{ text: '乙' }] }],
      },
      { type: 'table', rows: [[{ colspan: 2 }], [{}, {}]] },
      { type: 'signature', lines: ['东县人民政府', '2026年3月2日'] },
    ])
  })

  test('a large centred line at the top is the title when there are no styles', async () => {
    const center = '<w:jc w:val="center"/>'
    const { title, tree } = await read(
      wordFile(
        para('东县人民政府文件', center, '<w:sz w:val="80"/>') +
          para('东政〔2026〕3号', center) +
          para('关于印发工作要点的通知', center, '<w:sz w:val="44"/>') +
          para('正文。'),
      ),
    )
    expect(title).toBe('关于印发工作要点的通知')
    expect(toText(tree)).toBe('东县人民政府文件\n东政〔2026〕3号\n正文。')
  })

  test('deleted and hidden text never appears, and the file says that it was there', async () => {
    const reading = await read(
      wordFile(
        `<w:p><w:r><w:t>留下</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>加入</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r><w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        { 'word/comments.xml': '<w:comments/>' },
      ),
    )
    expect(toText(reading.tree)).toBe('留下加入可见')
    expect(reading).toMatchObject({
      hasTrackedChanges: true,
      hasHiddenText: true,
      hasComments: true,
      hasRemoteTemplate: false,
    })
  })

  test('text inside simple fields, marked and moved text and reading aids is kept; a formula leaves its place', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
    const { tree, hasFormulas, hasTrackedChanges } = await read(
      wordFile(
        [
          `<w:p>${run('截至')}<w:fldSimple w:instr=" DATE ">${run('2026年3月')}</w:fldSimple>${run('止')}</w:p>`,
          `<w:customXml w:element="正文"><w:p><w:customXml w:element="x">${run('标记里的字')}</w:customXml></w:p></w:customXml>`,
          `<w:p><w:moveFrom w:author="a">${run('移走')}</w:moveFrom>${run('原处')}<w:moveTo w:author="a">${run('移来')}</w:moveTo></w:p>`,
          `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${run('yǒng')}</w:rt><w:rubyBase>${run('埇')}</w:rubyBase></w:ruby></w:r>${run('桥区')}</w:p>`,
          `<w:p>${run('每人')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>${run('份')}</w:p>`,
        ].join(''),
      ),
    )
    expect(toText(tree)).toBe('截至2026年3月止\n标记里的字\n原处移来\n埇桥区\n每人〔公式〕份')
    expect([hasFormulas, hasTrackedChanges]).toEqual([true, true])
  })

  test('pictures are counted, links to scripts lose their address', async () => {
    const picture =
      '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId4"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    const reading = await read(
      wordFile(
        `<w:p><w:r>${picture}</w:r><w:hyperlink r:id="rId3"><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>`,
      ),
    )
    expect(reading.dropped).toMatchObject({ images: 1, links: 1 })
    expect(reading.tree.blocks).toEqual([{ type: 'paragraph', text: [{ text: '甲' }] }])
  })

  test('a remote template is never fetched, and named', async () => {
    const reading = await read(
      wordFile(para('甲'), {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      }),
    )
    expect(reading.hasRemoteTemplate).toBe(true)
  })

  test('a long table is whole', async () => {
    const row = `<w:tr><w:tc>${para('甲')}</w:tc><w:tc>${para('乙')}</w:tc></w:tr>`
    const { tree } = await read(wordFile(`<w:tbl>${row.repeat(3000)}</w:tbl>`))
    expect(tree.blocks.map((block) => (block.type === 'table' ? block.rows.length : 0))).toEqual([
      2000, 1000,
    ])
  })
})

describe('security 12, 41: hostile Word files are refused before they are read', () => {
  test.each([
    ['a DTD with entities', wordFile(para('&a;'), {}, '<!DOCTYPE x [<!ENTITY a "b">]>'), 'active'],
    [
      'a billion laughs',
      wordFile(para('&c;'), {}, '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;">]>'),
      'active',
    ],
    ['an unknown entity', wordFile(para('&xxe;')), 'broken'],
    [
      'a DTD behind the first 4,096 letters',
      wordFile(para('x'), {
        'word/styles.xml': `<!--${'x'.repeat(5000)}--><!DOCTYPE x []><w:styles/>`,
      }),
      'broken',
    ],
    ['a macro', wordFile(para('x'), { 'word/vbaProject.bin': 'x' }), 'active'],
    [
      'a macro type',
      wordFile(para('x'), {
        '[Content_Types].xml': `<Types><!--${'x'.repeat(5000)}--><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`,
      }),
      'active',
    ],
    ['a program beside', wordFile(para('x'), { 'word/embeddings/a.exe': 'x' }), 'active'],
    ['a part outside', wordFile(para('x'), { '../a.xml': 'x' }), 'active'],
    [
      'a bomb',
      wordFile(para('x'), { 'word/media/a.bin': '0'.repeat(3 * 1024 * 1024) }),
      'too-large',
    ],
    [
      '600 parts',
      wordFile(
        para('x'),
        Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`a/${n}`, 'x'])),
      ),
      'too-large',
    ],
    [
      'a thousand tables inside each other',
      wordFile('<w:tbl><w:tr><w:tc>'.repeat(1000) + '</w:tc></w:tr></w:tbl>'.repeat(1000)),
      'broken',
    ],
    ['no document', new TextEncoder().encode('PK'), 'broken'],
    ['nothing', new Uint8Array(), 'broken'],
    ['broken XML', wordFile('<w:p>'), 'broken'],
  ])('%s', async (_, bytes, reason) => {
    expect(await fromWord(bytes)).toEqual({ ok: false, reason })
  })

  test('a file cut anywhere is refused, not thrown', async () => {
    const whole = wordFile(para('甲').repeat(20))
    for (let to = 0; to < whole.length; to += 97) {
      expect((await fromWord(whole.slice(0, to))).ok).toBe(false)
    }
  })
})

test('elements are rewritten innermost and once', () => {
  const once = (xml: string): string => mapElements(xml, 'r', (element) => `[${element.length}]`)
  expect(once('a<r/>b<r>c</r>d')).toBe('a<r/>b[8]d')
  expect(once('<r>x<r>y</r>z</r>')).toBe('<r>x[8]z</r>')
  expect(once('<rPr>x</rPr><r a="1">y</r>')).toBe('<rPr>x</rPr>[14]')
  expect(once('<r>open')).toBe('<r>open')
})

test.each([
  [1, '一', 'I'],
  [10, '十', 'X'],
  [14, '十四', 'XIV'],
  [20, '二十', 'XX'],
  [101, '一百零一', 'CI'],
  [110, '一百一十', 'CX'],
  [1004, '一千零四', 'MIV'],
])('%i is written %s and %s', (value, chinese, roman) => {
  expect(chineseNumber(value)).toBe(chinese)
  expect(romanNumber(value)).toBe(roman)
})
