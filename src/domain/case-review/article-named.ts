const article = /第[一二三四五六七八九十百零〇\d]{1,8}条/

/** Whether an answer of this kind says by which article it refuses (应当写明条款的答复, 条例第36条). */
export function asksArticle(outcome: string | null): boolean {
  return outcome === 'partialGrant' || outcome?.startsWith('denied.') === true
}

/** Whether the words of an instrument name an article (写明条款); `text` is all that it says. */
export function namesArticle(text: string): boolean {
  return article.test(text)
}
