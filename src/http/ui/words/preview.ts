/** Texts of the preview of data files (数据预览). */
export const preview = {
  open: '预览',
  title: (name: string): string => `数据预览：${name}`,
  description: '在网页上直接看数据文件的前几十行和图形',
  download: '下载原文件',
  back: '返回信息正文',
  rows: (shown: number, all: number): string =>
    shown < all
      ? `这里显示前 ${shown} 行，文件里一共有 ${all} 行，完整内容请下载原文件。`
      : `一共 ${all} 行，都在下面。`,
  columns: (shown: number, all: number): string =>
    `一共有 ${all} 列，这里只显示前 ${shown} 列，其余的请下载原文件查看。`,
  table: '数据表',
  chart: '图',
  by: (label: string): string => `按“${label}”`,
  leftOut: (count: number): string => `图里只画数值最大的几项，另有 ${count} 项见下面的数据表。`,
  unavailable: '这个文件不能在网页上预览',
  reason: (words: string): string => `原因：${words}。您仍然可以下载原文件查看。`,
  crumb: '数据预览',
} as const
