import type { PictureRemark } from '../../../domain/document/place-pictures.ts'

const kinds: Readonly<Record<PictureRemark['kind'], string>> = {
  web: '网页上的图片没有带进来，请把图片作为附件上传后放进正文',
  linked: '图片不在 Word 文件里，只是指向别处的链接，没有带进来',
  missing: 'Word 文件里找不到这张图片的内容',
  broken: '图片已损坏，没有带进来',
  'too-large': '图片太大，没有带进来；请缩小后作为附件上传',
  'too-many': '一条信息最多 50 个附件，这张图片没有带进来',
  gif: 'GIF 图片没有带进来，请另存为 PNG 后作为附件上传',
  bmp: 'BMP 图片没有带进来，请另存为 PNG 后作为附件上传',
  tiff: 'TIFF 图片没有带进来，请另存为 PNG 或 JPEG 后作为附件上传',
  emf: 'EMF 图形没有带进来，请在 Word 里另存为图片（PNG）后作为附件上传',
  wmf: 'WMF 图形没有带进来，请在 Word 里另存为图片（PNG）后作为附件上传',
  'unknown-picture': '图片的格式不认识，没有带进来；请另存为 PNG 或 JPEG 后作为附件上传',
  'in-note': '脚注、尾注里的图片没有带进来',
  'in-table': '表格里的图片放在了表格后面，表格里的文字没有变',
  'in-header': '页眉、页脚里的图片不属于正文，没有带进来',
  trimmed: '图片在 Word 里裁剪或旋转过，带进来的是整张原图；请看裁掉的部分能不能公开',
  chart: 'Word 图表没有带进来，请另存为图片（PNG）后作为附件上传',
  'smart-art': 'SmartArt 图形没有带进来，请另存为图片（PNG）后作为附件上传',
  shape: '画出来的图形（框、箭头、线条等）没有带进来，请另存为图片（PNG）后作为附件上传',
  'text-box': '文本框里的文字放在了所在段落的后面，请核对顺序',
  object: '嵌入的对象（如 Excel 表格）没有带进来，请改成 Word 表格或者另存为图片',
  'formula-object': '公式对象没有带进来，请改写成文字或者另存为图片',
  hidden: '隐藏的图片没有带进来',
}

/** Why a figure of a text cannot be shown, for who hands it in. */
export const figureFaults = {
  missing: (figure: string): string =>
    `正文里的图“${figure}”在附件里没有对应的图片，请添加这个附件，或者在正文里改正文件名、删去这一行`,
  'no-picture': (figure: string): string =>
    `正文里的图“${figure}”对应的附件不是 PNG 或 JPEG 图片，不能放在正文里`,
  'too-large': (figure: string): string =>
    `正文里的图“${figure}”超过 6400 万像素，请缩小后再放进正文`,
} as const

/** Most places that one sentence names. */
const mostPlaces = 5

/** Words around pictures in texts (图). */
export const pictureWords = {
  kinds,
  start: '开头',
  /** for the public, where a picture is not to be had */
  unavailable: (alt: string): string => `（图片暂时不能显示：${alt}）`,
  /** the same in an earlier edition */ former: (alt: string): string => `（这一版的图片：${alt}）`,
  replaced: '〔图片已更换〕',
  /** before what a picture shows, among changes */ named: '图：',
  waiting: (alt: string, state: string): string => `（图片${state}，暂时不能显示：${alt}）`,
  missingTitle: '有的图还没有图片',
  missingWhy:
    '请把图片作为附件添加（文件名与正文里写的相同就会自动对上），或者在正文里改正、删去。',
  describeTitle: '请给图写上说明',
  describeWhy: (names: string): string =>
    `${names}还没有说明。请在正文里把说明写在文件名后面，让看不见图的人也知道图里是什么：〔图：文件名｜说明〕。`,
  gone: 'Word 文件里的图片只保存 20 小时，已经过期。请重新读入这个文件；再点一次“保存”则不带图片保存文字。',
  /** the picture as it is, taken away to be looked at closely */ whole: '下载原图',
  inText: '正文中的图',
  putIn: '要放进正文，编辑时单独写一行：',
  whatItShows: '图里是什么',
} as const

/** Tells what became of the pictures of a file (图片处理情况): one sentence for each reason, with its places. */
export function pictureSentences(remarks: readonly PictureRemark[]): string[] {
  const byKind = Map.groupBy(remarks, ({ kind }) => kind)
  return [...byKind].map(([kind, all]) => {
    const places = [...new Set(all.map(({ near }) => near))].slice(0, mostPlaces)
    const named = places
      .map((near) => (near === '' ? pictureWords.start : `“${near}”处`))
      .join('、')
    const more = places.length < new Set(all.map(({ near }) => near)).size ? '等处' : ''
    return kind === 'in-header'
      ? `${kinds[kind]}。`
      : `${named}${more}：${kinds[kind]}（${String(all.length)} 处）。`
  })
}
