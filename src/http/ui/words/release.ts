/** Words of the files that go out with a reply (答复附件). */
export const release = {
  title: '答复附件',
  lead: '随答复提供给申请人的文件。含有不应当公开的内容、可以区分处理的，上传处理之后的文件；原件一并上传的，加密封存，任何人都不能从系统里取出。',
  none: '没有答复附件。',
  closed: '答复送审之后不能再改附件；要改的，先撤回或者退回答复。',
  stops: (count: number): string => `${String(count)} 处要核对`,
  clean: '没有发现问题',
  inspection: '检查结果',
  original: '原件已封存',
  digest: '内容摘要值',
  add: '添加答复附件',
  file: '提供给申请人的文件',
  fileHint: 'PDF、Word、Excel、WPS、OFD、文本和图片，连同原件不超过 20 兆字节。上传时自动检查。',
  originalField: '区分处理前的原件',
  originalHint: '只在部分公开、文件经过遮盖或者删减时上传。封存后不能下载。',
  traces: '文件里的痕迹',
  strip: '去掉作者、单位、拍摄地点等痕迹',
  stripHint: '对 Word、Excel 和图片有效；PDF 的痕迹请看检查结果。',
  remove: '移除',
  mine: '随答复提供的信息',
  mineWhy: '文件可以下载保存。内容摘要值（SHA-256）可以用来核对文件没有变动。',
  download: '下载',
} as const

/** Where the scan of a file stands. */
export const releaseScans = {
  pending: '待检',
  clean: '正常',
  infected: '有害',
} as const

/** Words of the way from an answer to what everybody may read (答复转主动公开). */
export const publication = {
  title: '转为主动公开',
  lead: '由答复起草一份稿件：标题和正文取自答复，附件取自答复附件，申请人的姓名、号码、联系方式和申请编号全部去掉。稿件照常确定公开属性，经两级审查后才公开。',
  act: '起草主动公开的稿件',
  item: '由这件答复起草的稿件',
} as const
