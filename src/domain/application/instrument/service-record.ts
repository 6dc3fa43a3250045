import type { OfficialDocument } from '../../document/official-page.ts'
import { runsOf } from '../../document/plain.ts'
import { formatChineseDate, type LocalDate } from '../../time/local-date.ts'

/** How a reply was served (送达情况): letter and number, to whom, by which way, when, with which proof. */
export type Service = {
  letters: readonly { title: string; number: string | null }[]
  addressee: string
  route: string
  servedOn: LocalDate
  proof: string | null
}

const routes: Readonly<Record<string, string>> = {
  direct: '当面送达',
  post: '通过邮政企业邮寄（以交邮日为准）',
  email: '电子邮件（申请人选择）',
  online: '网上获取（申请人选择）',
}

/**
 * Writes the service record of a reply (送达回证, 国办公开办函〔2016〕235号): what was served on whom, how and
 * when, with room for the signature of who took it.
 */
export function serviceRecord(
  { letters, addressee, route, servedOn, proof }: Service,
  agency: string,
): OfficialDocument {
  const names = letters.map(({ title, number }) => [title, number ?? ''].join(' ').trim())
  const rows: [string, string][] = [
    ['送达文书', names.join('\n')],
    ['受送达人', addressee],
    ['送达方式', routes[route] ?? route],
    ['送达日期', formatChineseDate(servedOn)],
    ['送达凭证', proof ?? ''],
    ['受送达人签名或者盖章', ''],
    ['代收人签名及与受送达人的关系', ''],
    ['送达人', ''],
    ['备注', ''],
  ]
  return {
    title: '送达回证',
    docNumber: null,
    issuer: agency,
    writtenOn: servedOn,
    tree: {
      v: 1,
      blocks: [
        {
          type: 'table',
          rows: rows.map(([label, value]) => [
            { text: runsOf(label), head: true },
            { text: runsOf(value) },
          ]),
        },
        { type: 'signature', lines: [agency, formatChineseDate(servedOn)] },
      ],
    },
  }
}
