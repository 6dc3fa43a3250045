import type { ItemKind } from './kind.ts'
import { partyClasses } from './party-classes.data.ts'

/** Benefits paid to people, and the affairs of villages. */
export const livelihoodKinds: readonly ItemKind[] = [
  {
    id: 'benefit-list',
    name: '惠民补贴和减免名单',
    about: '补贴、救助、减免的发放名单：姓名自动隐去，金额合计自动核对，有公示期',
    columns: ['social-relief', 'livelihood-policies', 'rural-policy'],
    fields: [
      { key: 'benefit', label: '补贴（减免）项目', type: 'line', required: true },
      { key: 'benefitBasis', label: '政策依据', type: 'line', required: true },
      { key: 'benefitPeriod', label: '所属时期', type: 'line', required: true },
      { key: 'standard', label: '发放（减免）标准', type: 'text', required: true },
      {
        key: 'reviews',
        label: '审批环节',
        type: 'rows',
        head: 'reviewLevel',
        columns: [
          { key: 'reviewLevel', label: '环节', type: 'line', required: true },
          { key: 'reviewedBy', label: '审批单位', type: 'line', required: true },
          { key: 'reviewedOn', label: '审批日期', type: 'date', required: true },
        ],
      },
      {
        key: 'recipients',
        label: '发放名单',
        type: 'rows',
        required: true,
        head: 'recipient',
        totals: ['benefitAmount'],
        columns: [
          {
            key: 'recipient',
            label: '姓名',
            type: 'party',
            class: null,
            required: true,
            hint: '填全名，公开时自动隐去名字',
          },
          { key: 'recipientId', label: '身份证号', type: 'resident-id' },
          { key: 'recipientAddress', label: '住址', type: 'address' },
          { key: 'account', label: '银行账号', type: 'code', private: true },
          { key: 'recipientPhone', label: '电话', type: 'phone', private: true },
          { key: 'heads', label: '人数', type: 'count', unit: '人' },
          { key: 'benefitAmount', label: '金额', type: 'money', unit: '元', required: true },
        ],
      },
      { key: 'benefitTotal', label: '合计金额', type: 'money', unit: '元', required: true },
      { key: 'benefitNotice', label: '公示期', type: 'period', required: true },
      { key: 'objectionContact', label: '异议受理电话', type: 'line', required: true },
      { key: 'objectionTo', label: '异议受理单位', type: 'line', required: true },
    ],
    rules: [
      {
        rule: 'sum-equals',
        total: { field: 'benefitTotal' },
        of: [{ in: 'recipients', field: 'benefitAmount' }],
      },
      { rule: 'not-in-future', in: 'reviews', field: 'reviewedOn' },
    ],
    derived: [
      { derive: 'rows', key: 'recipientCount', label: '户数', in: 'recipients', unit: '户' },
      { derive: 'stage', key: 'benefitStage', label: '公示状态', period: 'benefitNotice' },
    ],
    list: ['benefitPeriod', 'recipientCount', 'benefitTotal', 'benefitStage'],
    basis: ['条例第20条第十一项', '条例第21条'],
  },
  {
    id: 'village-affairs',
    name: '村（社区）党务、政务、财务公开',
    about: '村（社区）的三务公开；财务公开的收支结余自动核对',
    columns: ['rural-policy', 'other-statutory'],
    fields: [
      { key: 'village', label: '村（社区）', type: 'line', required: true },
      {
        key: 'affair',
        label: '公开类别',
        type: 'choice',
        required: true,
        options: [
          { key: 'party', label: '党务公开' },
          { key: 'affairs', label: '政务（村务）公开' },
          { key: 'finance', label: '财务公开' },
        ],
      },
      { key: 'affairPeriod', label: '所属时期', type: 'period', required: true },
      { key: 'affairContent', label: '公开内容', type: 'text' },
      { key: 'opening', label: '期初余额', type: 'money', unit: '元' },
      {
        key: 'villageIncome',
        label: '收入',
        type: 'rows',
        head: 'villageIncomeItem',
        totals: ['villageIncomeAmount'],
        columns: [
          { key: 'villageIncomeItem', label: '收入项目', type: 'line', required: true },
          {
            key: 'villageIncomeAmount',
            label: '收入金额',
            type: 'money',
            unit: '元',
            required: true,
          },
        ],
      },
      {
        key: 'villageExpense',
        label: '支出',
        type: 'rows',
        head: 'villageExpenseItem',
        totals: ['villageExpenseAmount'],
        columns: [
          { key: 'villageExpenseItem', label: '支出项目', type: 'line', required: true },
          { key: 'paidTo', label: '收款人', type: 'party', class: 'paidToClass' },
          {
            key: 'paidToClass',
            label: '收款人类别',
            type: 'choice',
            options: partyClasses,
          },
          {
            key: 'villageExpenseAmount',
            label: '支出金额',
            type: 'money',
            unit: '元',
            required: true,
          },
        ],
      },
      { key: 'closing', label: '期末余额', type: 'money', unit: '元' },
      { key: 'supervisor', label: '村务监督委员会审核意见', type: 'line' },
    ],
    rules: [
      {
        rule: 'required',
        field: 'affairContent',
        when: { field: 'affair', is: ['party', 'affairs'] },
      },
      ...(['opening', 'closing', 'supervisor'] as const).map((field) => ({
        rule: 'required' as const,
        field,
        when: { field: 'affair', is: ['finance'] },
      })),
      {
        rule: 'one-of',
        fields: ['villageIncome', 'villageExpense'],
        when: { field: 'affair', is: ['finance'] },
      },
      {
        rule: 'balance',
        left: [{ field: 'opening' }, { in: 'villageIncome', field: 'villageIncomeAmount' }],
        right: [{ field: 'closing' }, { in: 'villageExpense', field: 'villageExpenseAmount' }],
        when: { field: 'affair', is: ['finance'] },
      },
    ],
    derived: [],
    list: ['village', 'affair', 'affairPeriod'],
    chart: { rows: 'villageExpense', columns: ['villageExpenseAmount'] },
    basis: ['村民委员会组织法第30条', '条例第21条'],
  },
]
