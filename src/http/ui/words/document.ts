/** Words around the text of a document (正文). */
export const documentWords = {
  table: '表格',
  figure: (alt: string): string => `〔图：${alt}〕`,
} as const
