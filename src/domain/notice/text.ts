/** What a notice says (通知正文): nothing personal and no subject; `url` is the query page without any code. */
export type NoticeText = { subject: string; text: string }

/** Writes a notice: whose application, by the tail of its receipt, and where it can be queried. */
export function noticeText(agency: string, receipt: string, url: string): NoticeText {
  const tail = receipt.slice(-5)
  return {
    subject: '您的政府信息公开申请有新进展',
    text: `【${agency}】您的政府信息公开申请（回执尾号 ${tail}）有新进展，请凭受理回执查询：${url}`,
  }
}
