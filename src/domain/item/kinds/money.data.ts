import type { Field, ItemKind, Rule } from './kind.ts'

/** Who the account is of and for which year. */
const heading: readonly Field[] = [
  { key: 'accountUnit', label: '编制单位', type: 'line', required: true },
  { key: 'accountYear', label: '年度', type: 'year', required: true, hint: '例如 2026' },
]

const income: Field = {
  key: 'income',
  label: '收入明细',
  type: 'rows',
  required: true,
  head: 'incomeItem',
  totals: ['incomeAmount'],
  columns: [
    { key: 'incomeItem', label: '收入项目', type: 'line', required: true },
    { key: 'incomeAmount', label: '收入金额', type: 'money', unit: '万元', required: true },
  ],
}

const expense: Field = {
  key: 'expense',
  label: '支出明细',
  type: 'rows',
  required: true,
  head: 'expenseItem',
  totals: ['expenseAmount'],
  columns: [
    { key: 'expenseItem', label: '支出项目', type: 'line', required: true },
    { key: 'expenseAmount', label: '支出金额', type: 'money', unit: '万元', required: true },
  ],
}

const totals: readonly Rule[] = [
  {
    rule: 'sum-equals',
    total: { field: 'incomeTotal' },
    of: [{ in: 'income', field: 'incomeAmount' }],
  },
  {
    rule: 'sum-equals',
    total: { field: 'expenseTotal' },
    of: [{ in: 'expense', field: 'expenseAmount' }],
  },
]

/** The items whose sum is called 三公经费. */
const publicExpenses = [
  { key: 'abroad', label: '因公出国（境）费' },
  { key: 'reception', label: '公务接待费' },
  { key: 'car-purchase', label: '公务用车购置费' },
  { key: 'car-running', label: '公务用车运行费' },
] as const

/** Public money: budgets, final accounts and the three public expenses. */
export const moneyKinds: readonly ItemKind[] = [
  {
    id: 'budget',
    name: '财政预算',
    about: '政府或部门一年的预算，收支合计自动核对',
    columns: ['budget-accounts'],
    fields: [
      ...heading,
      income,
      { key: 'incomeTotal', label: '收入总计', type: 'money', unit: '万元', required: true },
      expense,
      { key: 'expenseTotal', label: '支出总计', type: 'money', unit: '万元', required: true },
      { key: 'approvedOn', label: '批准日期', type: 'date', required: true },
      { key: 'approvedBy', label: '批准机关', type: 'line', required: true },
    ],
    rules: [
      ...totals,
      { rule: 'balance', left: [{ field: 'incomeTotal' }], right: [{ field: 'expenseTotal' }] },
      { rule: 'not-in-future', field: 'approvedOn' },
    ],
    derived: [],
    list: ['accountYear', 'incomeTotal', 'expenseTotal'],
    chart: { rows: 'expense', columns: ['expenseAmount'] },
    duty: {
      from: 'approvedOn',
      days: 20,
      unit: 'calendar',
      basis: '预算法第14条：批准后 20 日内公开',
    },
    basis: ['条例第20条第七项', '预算法第14条'],
  },
  {
    id: 'final-accounts',
    name: '财政决算',
    about: '政府或部门一年的决算，与预算对照，执行率自动计算',
    columns: ['budget-accounts'],
    fields: [
      ...heading,
      {
        key: 'accounts',
        label: '支出决算',
        type: 'rows',
        required: true,
        head: 'accountItem',
        totals: ['budgeted', 'spent'],
        columns: [
          { key: 'accountItem', label: '支出项目', type: 'line', required: true },
          { key: 'budgeted', label: '预算数', type: 'money', unit: '万元', required: true },
          { key: 'spent', label: '决算数', type: 'money', unit: '万元', required: true },
        ],
      },
      { key: 'incomeTotal', label: '收入总计', type: 'money', unit: '万元', required: true },
      { key: 'expenseTotal', label: '支出总计', type: 'money', unit: '万元', required: true },
      { key: 'approvedOn', label: '批准日期', type: 'date', required: true },
      { key: 'approvedBy', label: '批准机关', type: 'line', required: true },
    ],
    rules: [
      {
        rule: 'sum-equals',
        total: { field: 'expenseTotal' },
        of: [{ in: 'accounts', field: 'spent' }],
      },
      { rule: 'distinct', rows: 'accounts', column: 'accountItem' },
      { rule: 'not-in-future', field: 'approvedOn' },
    ],
    derived: [
      {
        derive: 'rate',
        key: 'spentRate',
        label: '执行率',
        in: 'accounts',
        numerator: 'spent',
        denominator: 'budgeted',
      },
      {
        derive: 'difference',
        key: 'surplus',
        label: '收支结余',
        of: [{ field: 'incomeTotal' }],
        less: [{ field: 'expenseTotal' }],
        unit: '万元',
      },
    ],
    list: ['accountYear', 'incomeTotal', 'expenseTotal'],
    chart: { rows: 'accounts', columns: ['budgeted', 'spent'] },
    duty: {
      from: 'approvedOn',
      days: 20,
      unit: 'calendar',
      basis: '预算法第14条：批准后 20 日内公开',
    },
    basis: ['条例第20条第七项', '预算法第14条'],
  },
  {
    id: 'three-public-expenses',
    name: '“三公”经费',
    about: '因公出国（境）、公务接待、公务用车的预算和支出，执行率和合计自动计算',
    columns: ['budget-accounts'],
    fields: [
      ...heading,
      {
        key: 'spentThrough',
        label: '支出截至',
        type: 'date',
        required: true,
        hint: '全年决算填 12 月 31 日',
      },
      {
        key: 'expenses',
        label: '“三公”经费明细',
        type: 'rows',
        required: true,
        head: 'expenseKind',
        totals: ['budgeted', 'spent', 'spentBefore'],
        columns: [
          {
            key: 'expenseKind',
            label: '项目',
            type: 'choice',
            required: true,
            options: publicExpenses,
          },
          { key: 'budgeted', label: '预算数', type: 'money', unit: '万元', required: true },
          { key: 'spent', label: '决算数', type: 'money', unit: '万元', required: true },
          { key: 'spentBefore', label: '上年决算数', type: 'money', unit: '万元' },
        ],
      },
      {
        key: 'budgetedTotal',
        label: '“三公”经费预算合计',
        type: 'money',
        unit: '万元',
        required: true,
      },
      {
        key: 'spentTotal',
        label: '“三公”经费决算合计',
        type: 'money',
        unit: '万元',
        required: true,
      },
      { key: 'groupsAbroad', label: '因公出国（境）团组', type: 'count', unit: '个' },
      { key: 'peopleAbroad', label: '因公出国（境）人次', type: 'count', unit: '人次' },
      { key: 'carsBought', label: '公务用车购置数', type: 'count', unit: '辆' },
      { key: 'carsKept', label: '公务用车保有量', type: 'count', unit: '辆', required: true },
      { key: 'receptions', label: '公务接待批次', type: 'count', unit: '批' },
      { key: 'guests', label: '公务接待人次', type: 'count', unit: '人次' },
      { key: 'changeReason', label: '增减变化说明', type: 'text' },
    ],
    rules: [
      { rule: 'covers', rows: 'expenses', column: 'expenseKind' },
      { rule: 'distinct', rows: 'expenses', column: 'expenseKind' },
      {
        rule: 'sum-equals',
        total: { field: 'spentTotal' },
        of: [{ in: 'expenses', field: 'spent' }],
      },
      {
        rule: 'sum-equals',
        total: { field: 'budgetedTotal' },
        of: [{ in: 'expenses', field: 'budgeted' }],
      },
      { rule: 'not-in-future', field: 'spentThrough' },
    ],
    derived: [
      {
        derive: 'rate',
        key: 'expenseRate',
        label: '执行率',
        in: 'expenses',
        numerator: 'spent',
        denominator: 'budgeted',
      },
      {
        derive: 'growth',
        key: 'expenseGrowth',
        label: '比上年增减',
        in: 'expenses',
        now: 'spent',
        before: 'spentBefore',
      },
      {
        derive: 'sum',
        key: 'carTotal',
        label: '公务用车购置及运行费',
        of: [
          {
            in: 'expenses',
            field: 'spent',
            where: { column: 'expenseKind', is: ['car-purchase', 'car-running'] },
          },
        ],
        unit: '万元',
      },
    ],
    list: ['accountYear', 'budgetedTotal', 'spentTotal'],
    chart: { rows: 'expenses', columns: ['budgeted', 'spent'] },
    basis: ['条例第20条第七项', '预算法第14条', '机关事务管理条例第11条'],
  },
]
