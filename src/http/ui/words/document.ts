import type { ConversionWarning } from '../../../usecases/item/convert-document.ts'

const warnings: Readonly<Record<ConversionWarning, string>> = {
  'tracked-changes': '文件里有修订记录。删去的文字没有带进来，请核对正文是不是定稿。',
  comments: '文件里有批注。批注没有带进来；如果要把原文件作为附件，请先删除批注。',
  'hidden-text': '文件里有隐藏的文字，没有带进来。',
  formulas: '公式没有带进来，原处写着〔公式〕。请改写成文字，或者把公式作为附件上传。',
  'remote-template': '文件引用了网络上的模板。模板没有打开；请不要把这个文件作为附件。',
  images: '有的图片没有照原样带进来。',
  undescribed: '有的图还没有说明。请把“图1”这样的说明改成图里的内容。',
  links: '有些链接不完整或者不安全，只保留了文字。',
  active: '网页里的程序、表单和内嵌页面没有带进来。',
  cut: '内容太长，只带进来了前面的部分。',
}

/** Words around the text of a document (正文). */
export const documentWords = {
  table: '表格',
  download: '下载：',
  formats: { docx: 'Word', pdf: 'PDF', txt: '纯文本' },
  warnings,
  readIn: '已读入文件，请核对后保存',
  readInWhy: '标题、文号和正文已填入下面的表单，还没有保存。',
  difference: {
    table: '表格',
    legend: '图例：',
    added: '增加的文字',
    removed: '删去的文字',
    spokenAdded: '〔增加〕',
    spokenRemoved: '〔删去〕',
    spokenEnd: '〔止〕',
    folded: '{n} 段没有改动',
    none: '两个版本的内容没有差别。',
  },
} as const
