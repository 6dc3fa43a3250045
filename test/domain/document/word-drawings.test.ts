import { describe, expect, test } from 'vitest'
import { pngOf } from '../../support/seal-picture.ts'
import {
  alternatives,
  graphic,
  inline,
  oldTextBox,
  paragraph,
  runOf,
  said,
} from '../../support/word-picture.ts'
import { blue, read, red } from './read-pictured.ts'

describe('row 5: drawings of a Word file beside its pictures', () => {
  test('pictures of headers are no text, and that is told once', async () => {
    const relations = `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships>`
    const parts = {
      'word/_rels/header1.xml.rels': relations,
      'word/_rels/footer2.xml.rels': relations,
    }
    const { pictures, dropped } = await read(paragraph(said('甲。')), { 'a.png': red }, parts)
    expect(pictures).toEqual([{ kind: 'in-header', near: '' }])
    expect(dropped.images).toBe(1)
  })

  test('a group: its pictures come in, what is drawn over them is told', async () => {
    const group = `<w:drawing><wp:inline><wp:docPr id="9" name="组合 1"/><a:graphic><a:graphicData uri="x"><wpg:wgp>${graphic('a')}${graphic('b')}<wps:wsp/></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>`
    const { pictures, files } = await read(
      paragraph(said('甲。'), runOf(alternatives(group, ''))),
      {
        'a.png': red,
        'b.png': blue,
      },
    )
    expect(files).toHaveLength(2)
    expect(pictures).toEqual([{ kind: 'shape', near: '甲。' }])
  })

  test('fifty pictures at the most; the marks of a forger and boxes in boxes without end do no harm', async () => {
    const media = Object.fromEntries(
      Array.from({ length: 52 }, (_, n) => [`p${n}.png`, pngOf(1, n + 1, () => [n, 0, 0, 255])]),
    )
    const many = await read(
      Object.keys(media)
        .map((name) => paragraph(runOf(inline(name.slice(0, -4)))))
        .join(''),
      media,
    )
    expect(many.files).toHaveLength(50)
    expect(many.pictures.map(({ kind }) => kind)).toEqual(['too-many', 'too-many'])
    const forged = await read(
      paragraph(said('&#xfdd0;0&#xfdd1;甲\u{fdd0}0\u{fdd1}'), runOf(inline('a'))),
      { 'a.png': red },
    )
    expect(forged.files).toHaveLength(1)
    let boxes = said('最里面')
    for (let n = 0; n < 11; n += 1) boxes = runOf(oldTextBox(paragraph(boxes)))
    expect((await read(paragraph(said('外'), boxes))).pictures.length).toBeGreaterThan(0)
  })
})
