import type { TraceKind, UnreadReason } from '../../../domain/inspection/reading.ts'

/** Names of what a file tells besides its content (文件痕迹). */
export const traceNames: Readonly<Record<TraceKind, string>> = {
  author: '作者或修改人',
  company: '单位',
  remark: '附注',
  comment: '批注',
  'tracked-change': '修订痕迹（修改人）',
  'hidden-text': '隐藏文字',
  'hidden-sheet': '隐藏的工作表',
  'hidden-cells': '含隐藏的行、列或数据',
  'covered-text': '黑块下面仍有的文字',
  'same-colour': '与底色相同、看不出的文字',
  'covering-shape': '盖在文字上面的图形或图片',
  'unseen-layer': '看不见的文字层',
  'redaction-mark': '标了密文但没有应用，在第几页',
  'remote-template': '引用外部模板',
  'external-link': '引用外部文件',
  dde: '会启动其他程序的公式或域',
  'embedded-file': '内嵌的文件',
  macro: '宏',
  script: '脚本',
  annotation: '注释',
  location: '拍摄地点',
  camera: '拍摄设备',
  pictures: '图片数量（图片里的文字未检查）',
}

/** What is to be done about what seems gone and is not (处理办法). */
export const traceRemedies: Readonly<Partial<Record<TraceKind, string>>> = {
  comment: '请在原文件里删除全部批注，再重新上传。',
  'tracked-change': '请在原文件里接受或拒绝全部修订，关掉修订，再重新上传。',
  'hidden-text': '隐藏的文字谁都能显示出来。请在原文件里删掉，再重新上传。',
  'hidden-sheet': '隐藏的工作表谁都能取消隐藏。不公开的，请删除工作表，再重新上传。',
  'hidden-cells': '隐藏的行、列和单元格谁都能显示出来。不公开的，请删除，再重新上传。',
  'covered-text': '涂黑不等于删除，黑块下面的文字能复制出来。请在原文件里删掉文字，再重新上传。',
  'same-colour': '文字和底色一样，看不出来，但能复制出来。请在原文件里删掉文字，再重新上传。',
  'covering-shape':
    '图片遮盖不能替代删除。请移开看看下面有没有文字；有的，在原文件里删掉文字，再重新上传。',
  'unseen-layer':
    '页面上有看不见、但能复制的文字，多为扫描识别所得；图上涂黑的字，识别层里可能还在。请去掉文字层，或涂黑后重新扫描，再上传。',
  'redaction-mark': '请在 PDF 软件里“应用密文”，确认文字已经删除，保存后重新上传。',
}

/** Why a file, or a part of it, was not looked into (未扫描原因). */
export const unreadWords: Readonly<Record<UnreadReason | 'partly', string>> = {
  'old-format': '旧格式文件，无法自动检查，请人工查看，或另存为 docx、xlsx、pdf 后再传',
  encrypted: '文件加了密码，无法自动检查',
  'scanned-pages': '页面是图片，文字无法自动检查，请人工查看',
  picture: '图片里的文字无法自动检查，请人工查看',
  broken: '文件无法正常打开，没有检查',
  'too-large': '文件展开后过大，没有检查',
  partly: '只检查了一部分，其余请人工查看',
}

/** Words of the page that shows what was found in a file (附件检查结果). */
export const inspectionWords = {
  title: '附件检查结果',
  link: '检查结果',
  findings: '疑似个人信息',
  noFindings: '没有发现身份证号、银行卡号、手机号码和家庭住址。',
  hidden: '（读者看不到，但文件里有）',
  more: (count: number): string => `共 ${String(count)} 处，这里列出前 100 处。`,
  traces: '文件里还带着',
  tracesWhy: '这些内容会随文件一起公开。不该公开的，请在原文件里去掉后重新上传。',
  noTraces: '没有发现作者、批注、隐藏内容等痕迹。',
  unread: '没有检查完',
  never: '这个文件上传时还没有自动检查，请人工查看。',
  pending: '正在等待安全检查，有结果之前读者不能下载。',
  infected: '这个文件不安全，读者不能下载，请删除。',
} as const
