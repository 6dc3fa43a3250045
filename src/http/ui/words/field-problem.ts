import type { FieldError } from '../../../domain/shared/refusal.ts'
import { calendarFaults } from './calendar.ts'
import { figureFaults, pictureWords } from './picture.ts'
import { sealFaults } from './seal.ts'
import { fieldLabels } from './fields.ts'
import { formats } from './formats.ts'
import { reportPlace } from './report.ts'

/** The sentence for one faulty field, naming the field. */
export function fieldWords(error: FieldError): string {
  const name = labelOf(error.label ?? error.pointer)
  switch (error.problem) {
    case 'required':
      return `请填写“${name}”`
    case 'too-long':
      return `“${name}”太长，最多 ${error.limit} 个字`
    case 'too-short':
      return error.limit <= 1 ? `请填写“${name}”` : `“${name}”太短，至少 ${error.limit} 个字`
    case 'too-many':
      return `“${name}”太多，最多 ${error.limit} 个`
    case 'out-of-range':
      return rangeWords(name, error.min, error.max)
    case 'wrong-type':
      return `“${name}”${typeWords[error.expected] ?? '的格式不对'}`
    case 'not-listed':
      return error.allowed.length === 0
        ? `没有这样的“${name}”，请核对`
        : `“${name}”只能是：${error.allowed.join('、')}`
    case 'unknown-field':
      return `没有“${writtenName(error.pointer)}”这一项`
    case 'ill-formed':
      return `“${name}”应是${formats[error.what]}`
    case 'checksum':
      return `“${name}”校验不对，请核对号码（应是${formats[error.what]}）`
    case 'not-in-force':
      return forceWords(name, error)
    case 'text-unsafe':
      return `“${name}”里有无法识别的字符，请删去后重新输入`
    case 'names-applicant':
      return `“${name}”里有申请人的信息，发给其他人的文书不得透露申请人`
    case 'personal':
      return `“${name}”里有个人信息（${error.found.join('、')}），会对外公开，请删去`
    case 'too-common':
      return `“${name}”太常见或太简单，请换一个`
    case 'file-type':
      return `“${name}”的文件类型不接受，可用：${error.allowed.join('、')}`
    case 'file-mismatch':
      return `“${name}”的内容与文件类型不符，或者是空的、带有宏、加了密码、里面的内容过多；请另存为普通文件后再上传`
    case 'file-infected':
      return `“${name}”含有恶意内容，没有接收`
    case 'file-personal':
      return `“${name}”里有完整的身份证号或银行卡号，不能直接公开；请遮盖后再传，或从稿件送审`
    case 'file-redaction':
      return `“${name}”里有看不见、但没有真正删掉的文字，不能直接公开；请在原文件里删掉后再传，或从稿件送审`
    case 'file-original':
      return `“${name}”就是已经封存的原件，不能提供给申请人；请上传区分处理之后的文件`
    case 'file-too-large':
      return `“${name}”太大，最多 ${megabytes(error.limit)}`
    case 'file-seal':
      return `“${name}”${sealFaults[error.why]}`
    case 'figure-file':
      return figureFaults[error.why](error.figure)
    case 'pictures-gone':
      return pictureWords.gone
    case 'wrong-secret':
      return `“${name}”不对`
    case 'not-same':
      return `“${name}”与“${labelOf(error.other)}”不一致`
    case 'taken':
      return `“${name}”已经有了，不能重复`
    case 'no-closed-case':
      return '这段日期内没有办结的申请，请改用别的日期'
    case 'no-norm-left':
      return '没有可以列入的文件：现行有效的都已经在进行中的清理里，或者还没有现行有效的文件'
    case 'draw-still-open':
      return '同一段日期的评查还没有印发通报，不能再次抽取'
    case 'not-published':
      return `“${name}”不是本机关已经公开的信息，请先公开再办理`
    case 'in-future':
      return `“${name}”不能晚于今天`
    case 'not-ahead':
      return `“${name}”应晚于现在，且不超过一年`
    case 'display-over':
      return `“${name}”已经到期，发布出去公众什么也看不到`
    case 'before':
      return `“${name}”不能早于“${labelOf(error.other)}”`
    default:
      return ruleWords(name, error)
  }
}

/** What a number should have been. */
const typeWords: Readonly<Record<string, string>> = {
  integer: '应是整数',
  number: '应是数字',
  username: '只能用汉字、字母、数字、点和横线，不少于 2 个字，以汉字、字母或者数字开头',
}

/** Sentences for what does not agree with other fields. */
function ruleWords(
  name: string,
  error: Extract<
    FieldError,
    {
      problem:
        | 'above'
        | 'one-of'
        | 'duplicate'
        | 'incomplete'
        | 'sum-differs'
        | 'too-few-days'
        | 'rest-day'
        | 'period-over'
        | 'calendar-line'
    }
  >,
): string {
  switch (error.problem) {
    case 'above':
      return `“${name}”不能大于“${labelOf(error.other)}”`
    case 'one-of':
      return `“${name}”${error.others.map((other) => `“${labelOf(other)}”`).join('')}至少填一项`
    case 'duplicate':
      return `“${name}”与前面的重复`
    case 'incomplete':
      return `“${name}”还缺：${error.missing.join('、')}`
    case 'sum-differs':
      return `“${name}”对不上：填的是 ${error.actual}，算出来是 ${error.expected}`
    case 'too-few-days':
      return `“${name}”只有 ${error.actual} 天，不足 ${error.claimed} 天`
    case 'rest-day':
      return `“${name}”届满的 ${error.on} 是休息日，应当顺延到 ${error.until}（民法典第二百零三条）`
    case 'period-over':
      return `“${name}”已经结束，没有人还能提出异议；补发以前的公示，请填写“${labelOf(error.unless)}”`
    case 'calendar-line':
      return `“${name}”第 ${error.line} 行（${error.what}）：${calendarFaults[error.why]}`
    default:
      return error satisfies never
  }
}

/** Sentences for a number of a form that is over, or had not begun. */
function forceWords(
  name: string,
  { what, from, to }: Extract<FieldError, { problem: 'not-in-force' }>,
): string {
  return to === null
    ? `“${name}”这种号码 ${from ?? ''} 才启用，请核对`
    : `“${name}”是旧号码，${to} 以后不再使用，请填写${formats[what]}`
}

function rangeWords(name: string, min: number, max: number): string {
  if (min === max) return `“${name}”只能是 ${min}`
  if (max >= Number.MAX_SAFE_INTEGER) return `“${name}”不能小于 ${min}`
  if (min <= Number.MIN_SAFE_INTEGER) return `“${name}”不能大于 ${max}`
  return `“${name}”应在 ${min} 到 ${max} 之间`
}

/** A field that nobody knows has no label: it is named as it was written. */
function writtenName(pointer: string): string {
  const last = pointer.split('/').at(-1) ?? ''
  return last.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The name of a field; quotes inside it become single ones, because names stand in quotes. */
function labelOf(pointer: string): string {
  return nameAt(pointer).replaceAll('“', '‘').replaceAll('”', '’')
}

function nameAt(pointer: string): string {
  const row = /^\/(?:fields\/[^/]+|entries)\/(\d+)/.exec(pointer)
  if (row !== null) {
    const label = fieldLabels[pointer.replace(/\/\d+/, '')] ?? '这一行'
    return `${fieldLabels[pointer.replace(/\/\d+.*$/, '')] ?? ''}第 ${Number(row[1]) + 1} 行：${label}`
  }
  const block = /^\/document\/blocks\/(\d+)/.exec(pointer)
  if (block !== null) return `${fieldLabels['/document'] ?? ''}第 ${Number(block[1]) + 1} 段`
  const known = fieldLabels[pointer] ?? reportPlace(pointer)
  if (known !== undefined) return known
  const last = pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part))
  return last === undefined ? '提交的内容' : (fieldLabels[`/${last}`] ?? last)
}

/** A size as people say it. */
export function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${Math.round(bytes / 1024 / 1024)} 兆字节`
    : `${Math.round(bytes / 1024)} 千字节`
}
