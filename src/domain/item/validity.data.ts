/** State of validity (有效性) of a published document; `also` are other words for it. */
export const validities = [
  { key: 'valid', name: '有效', also: ['现行有效'] },
  { key: 'invalid', name: '失效', also: ['expired', '已失效', '无效'] },
  { key: 'repealed', name: '废止', also: ['已废止'] },
  { key: 'amended', name: '已修改', also: ['修改', '修订', '已修订'] },
] as const satisfies readonly { key: string; name: string; also: readonly string[] }[]
