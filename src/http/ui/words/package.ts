/** Words of a case taken along for the archive (案卷打包). */
export const packageWords = {
  download: '下载整卷（ZIP）',
  hint: '含申请人信息、全部文书、附件和办理经过，供归档使用；下载会记入案卷。',
  form: '申请表',
  instruments: '文书',
  files: '附件',
  data: '案卷数据.json',
  history: '办理经过.csv',
  ledger: '期限台账.csv',
  notes: '通知和意见.csv',
  contents: '卷内目录.csv',
  sums: '校验.sha256',
  void: '已作废',
  missing: '（文件缺失）',
  missingText: '这个附件在存储中找不到，请与原件核对。',
  columns: {
    contents: ['序号', '文件', '字节', 'SHA-256'],
    history: ['时间', '事项', '经办'],
    ledger: ['日期', '事项', '依据'],
    notes: ['时间', '事项', '内容'],
  },
} as const
