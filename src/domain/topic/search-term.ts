/** 2 to 20 Han characters, those of the outer planes counted once. */
const plain = /^\p{Script=Han}{2,20}$/u
/** A run of written figures may be a number of somebody. */
const figures = /[零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾幺两]{4}/u
/** Three characters that begin with one of the most common surnames may be a person's name. */
const name = /^[王李张刘陈杨赵吴徐孙胡朱郭罗梁宋郑谢韩唐冯曹袁邓沈彭吕]..$/u

/**
 * The word of a search that found nothing, as it may be counted (未找到的检索词): 2 to 20 Han
 * characters and nothing else; null for numbers, for what may be a name, and for whatever could
 * point to a person.
 */
export function searchTerm(typed: string): string | null {
  if (typed.length > 200) return null
  const term = typed.normalize('NFKC').replaceAll(/\s/gu, '')
  return plain.test(term) && !figures.test(term) && !name.test(term) ? term : null
}
