import type { ItemKind } from './kind.ts'
import { partyClasses } from './party-classes.data.ts'

/** Lists of good and bad credit, whose entries end. */
export const creditKinds: readonly ItemKind[] = [
  {
    id: 'credit-list',
    name: '信用名单',
    about: '守信（红名单）或严重失信（黑名单）名单；到移出日期的自动不再显示',
    columns: ['supervision-inspection', 'other-statutory'],
    fields: [
      {
        key: 'listType',
        label: '名单类别',
        type: 'choice',
        required: true,
        options: [
          { key: 'red', label: '守信名单（红名单）' },
          { key: 'black', label: '严重失信主体名单（黑名单）' },
          { key: 'grade', label: '信用等级评定' },
        ],
      },
      { key: 'listField', label: '领域', type: 'line', required: true },
      { key: 'listAuthority', label: '认定单位', type: 'line', required: true },
      {
        key: 'entries',
        label: '名单',
        type: 'rows',
        required: true,
        head: 'entryName',
        until: 'removedOn',
        columns: [
          {
            key: 'entryClass',
            label: '主体类别',
            type: 'choice',
            required: true,
            options: partyClasses,
          },
          {
            key: 'entryName',
            label: '主体名称',
            type: 'party',
            class: 'entryClass',
            required: true,
          },
          { key: 'entryCreditCode', label: '统一社会信用代码', type: 'credit-code' },
          { key: 'entryId', label: '身份证号', type: 'resident-id' },
          { key: 'grade', label: '等级', type: 'line' },
          { key: 'listedOn', label: '列入日期', type: 'date', required: true },
          { key: 'listedBasis', label: '列入依据', type: 'line', required: true },
          { key: 'removedOn', label: '移出日期', type: 'date', hint: '从这一天起不再显示' },
        ],
      },
      { key: 'appeal', label: '异议和信用修复途径', type: 'text', required: true },
    ],
    rules: [
      { rule: 'not-in-future', in: 'entries', field: 'listedOn' },
      { rule: 'date-order', in: 'entries', earlier: 'listedOn', later: 'removedOn' },
      {
        rule: 'required',
        in: 'entries',
        field: 'entryCreditCode',
        when: { field: 'entryClass', is: ['organisation'] },
      },
      {
        rule: 'required',
        in: 'entries',
        field: 'removedOn',
        when: { field: 'entryClass', is: ['person'] },
      },
    ],
    derived: [{ derive: 'rows', key: 'entryCount', label: '名单户数', in: 'entries', unit: '户' }],
    list: ['listType', 'listField', 'listAuthority', 'entryCount'],
    basis: ['国办发〔2020〕49号', '条例第20条'],
  },
]
