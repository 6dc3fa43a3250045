/** One fault found in the agencies' files: where, which field, what is wrong and how to mend it. */
export type Problem = { file: string; field: string; what: string; fix: string }

/** Words for the file as a whole, where no single field is at fault. */
export const wholeFile = '整个文件'

/** Writes a problem as the one line that `check` prints: 文件：字段：哪里不对、怎么改. */
export function describeProblem({ file, field, what, fix }: Problem): string {
  return `${file}：${field}：${what}，${fix}`
}
