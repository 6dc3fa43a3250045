import type { OfficialDocument } from '../document/official-page.ts'
import type { Block, Cell } from '../document/tree.ts'
import { formatChineseDate, localDate } from '../time/local-date.ts'
import { destructionNumber, groupNames, type ListedCase } from './destruction.ts'

/** What a certificate tells besides its list; days are YYYY-MM-DD. */
export type Certified = {
  agency: string
  year: number
  serial: number
  proposer: string
  proposedOn: string
  approver: string
  approvedOn: string
  finishedOn: string
  /** SHA-256 of the list as CSV, in hex */
  digest: string
}

/**
 * Writes the certificate of destruction (销毁清册和销毁证明): which cases, by whom proposed and approved,
 * how many, when, and the digest of the list; nothing of what they held.
 */
export function certificate(done: Certified, lines: readonly ListedCase[]): OfficialDocument {
  const gone = lines.filter(({ state }) => state === 'destroyed')
  const kept = lines.length - gone.length
  const [files, letters] = [sum(gone, 'files'), sum(gone, 'letters')]
  return {
    title: '政府信息公开申请案卷销毁清册',
    docNumber: destructionNumber(done),
    issuer: done.agency,
    writtenOn: done.finishedOn,
    tree: {
      v: 1,
      blocks: [
        paragraph(
          `下列案卷保管期限已满。${day(done.proposedOn)}由${done.proposer}提出，${day(done.approvedOn)}由${done.approver}批准，${day(done.finishedOn)}销毁完毕。`,
        ),
        paragraph(
          `共销毁案卷 ${gone.length} 件，附件 ${files} 个，文书 ${letters} 份；列入清册但经复核保留的 ${kept} 件。申请编号、日期、办理结果和统计数字保留。`,
        ),
        paragraph(`清册（CSV）的 SHA-256 值：${done.digest}`),
        { type: 'table', caption: '销毁清册', rows: [head(), ...lines.map(row)] },
        { type: 'signature', lines: [done.agency, day(done.finishedOn)] },
      ],
    },
  }
}

function day(on: string): string {
  return formatChineseDate(localDate(on))
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: [{ text }] }
}

function head(): Cell[] {
  return ['序号', '申请编号', '分组', '期限', '办结', '保管至', '处理'].map((text) => ({
    text: [{ text }],
    head: true,
  }))
}

function row(line: ListedCase, at: number): Cell[] {
  const cells = [
    String(at + 1),
    line.number,
    groupNames[line.group],
    `${line.years}年`,
    line.endedOn,
    line.keptUntil,
    line.state === 'destroyed' ? '已销毁' : '保留',
  ]
  return cells.map((text) => ({ text: [{ text }] }))
}

function sum(lines: readonly ListedCase[], of: 'files' | 'letters'): number {
  return lines.reduce((total, line) => total + line[of], 0)
}
