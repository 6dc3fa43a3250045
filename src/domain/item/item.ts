/** A published item as the index and the lists know it (公开信息); times are epoch milliseconds. */
export type PublishedItem = {
  id: string
  indexNumber: string
  docNumber: string | null
  title: string
  summary: string | null
  /** 发布机构: of a reprint the real issuer, its 来源 */ issuer: string
  /** 成文日期, YYYY-MM-DD */ writtenOn: string | null
  publishedAt: number
  /** 主题分类 as written, such as 综合政务/政务公开 */ theme: string | null
  /** 体裁, such as 通知 */ genre: string | null
  /** id of the column (栏目) */ category: string
  validity: string
  attribute: string
  /** special kind (专项类型), `document` for none */ kind: string
}

/** An attachment of an item (附件). */
export type ItemFile = {
  id: string
  name: string
  bytes: number
  mediaType: string
  sha256: string
  /** of a picture that texts can show, upright */ pixels?: { width: number; height: number }
}
