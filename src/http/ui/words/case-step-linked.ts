import { day, type StepWords, why } from './step-field.ts'

const bases = [
  { value: 'consent', label: '申请人同意移送（对方登记之日起重新计算期限）' },
  { value: 'one-government', label: '同一级政府的机关之间（收到日和期限不变）' },
]

/** Steps that bring in others: linked cases, another agency, other units (分办、移送、协办). */
export const linkedSteps = {
  split: {
    lead: '一份申请要几件不同信息的，可以分成几件关联办理。第一行留在本件，其余每行新立一件：各有编号，收到日和答复期限与本件相同，分别统计。',
    fields: [
      {
        name: 'requests',
        label: '每行写一件申请的内容',
        hint: '2 至 10 行。申请人会看到。',
        kind: 'area',
        required: true,
      },
    ],
  },
  transfer: {
    lead: '不属于本机关负责公开的，一般答复申请人并告知负责的机关（条例第36条第五项）。申请人同意，或者同一级政府的机关之间，可以直接移送。对方登记以后本件才办结；在此之前期限照常计算。',
    fields: [
      { name: 'to', label: '移送到', kind: 'agency', required: true },
      { name: 'basis', label: '移送依据', kind: 'choice', options: bases, required: true },
      {
        name: 'consentedOn',
        label: '申请人同意的日期',
        hint: '申请人同意移送的填。',
        kind: 'date',
      },
      {
        name: 'reason',
        label: '移送的原因',
        hint: '申请人会看到。',
        kind: 'area',
        required: true,
      },
    ],
  },
  'ask-co-unit': {
    lead: '请其他科室协办，各有自己的期限。协办科室没有答复的，不能拟答复。',
    fields: [
      { name: 'unit', label: '协办科室', kind: 'line', required: true },
      { name: 'what', label: '请协办的事项', kind: 'area', required: true },
      {
        name: 'coDueOn',
        label: '协办期限',
        hint: '不晚于本件的答复期限。',
        kind: 'date',
        required: true,
      },
    ],
  },
  'answer-co-unit': {
    fields: [
      { name: 'coUnit', label: '协办科室', kind: 'co-unit', required: true },
      { name: 'answer', label: '协办意见', kind: 'area', required: true },
      day('answeredOn', '答复日期'),
    ],
  },
  'waive-co-unit': {
    lead: '协办科室没有答复而需要先行答复的，由负责人说明理由。',
    fields: [
      { name: 'coUnit', label: '协办科室', kind: 'co-unit', required: true },
      why('不等协办意见的理由'),
    ],
  },
} as const satisfies Readonly<Record<string, StepWords>>
