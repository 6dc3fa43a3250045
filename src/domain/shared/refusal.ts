/** What is wrong with one field of an input; the words for each stand in `http/ui/words`. */
export type FieldProblem =
  | { problem: 'required' }
  | { problem: 'too-long'; limit: number }
  | { problem: 'too-short'; limit: number }
  | { problem: 'too-many'; limit: number }
  | { problem: 'out-of-range'; min: number; max: number }
  | { problem: 'wrong-type'; expected: string }
  | { problem: 'not-listed'; allowed: readonly string[] }
  | { problem: 'unknown-field' }
  | { problem: 'ill-formed'; what: FormatName }
  | { problem: 'checksum'; what: FormatName }
  /** a form that was or will be valid, but not on that day */
  | { problem: 'not-in-force'; what: FormatName; from: string | null; to: string | null }
  | { problem: 'text-unsafe' }
  /** would tell a third party who applied (条例第32条) */
  | { problem: 'names-applicant' }
  /** `found`: what names a person, masked */
  | { problem: 'personal'; found: readonly string[] }
  | { problem: 'too-common' }
  | { problem: 'file-type'; allowed: readonly string[] }
  | { problem: 'file-mismatch' }
  | { problem: 'file-infected' }
  | { problem: 'file-personal' }
  | { problem: 'file-redaction' }
  /** the very file that was sealed as an original (原件) */
  | { problem: 'file-original' }
  | { problem: 'file-too-large'; limit: number }
  /** no picture of a seal (印章图样) */
  | { problem: 'file-seal'; why: 'format' | 'size' | 'shape' | 'empty' }
  /** a figure of the text, by its name, has no picture among the attachments (图缺文件) */
  | { problem: 'figure-file'; figure: string; why: 'missing' | 'no-picture' | 'too-large' }
  /** pictures of a file that was read in are kept for a day (图片暂存) */
  | { problem: 'pictures-gone' }
  | { problem: 'taken' }
  /** not the password, or not the code of now */
  | { problem: 'wrong-secret' }
  /** 两次输入不一致 */
  | { problem: 'not-same'; other: string }
  | { problem: 'not-published' }
  /** 这段日期没有办结的案卷 */
  | { problem: 'no-closed-case' }
  /** no document in force that is not in an open cleanup */
  | { problem: 'no-norm-left' }
  /** 同一段日期的评查还没有印发通报 */
  | { problem: 'draw-still-open' }
  | { problem: 'in-future' }
  | { problem: 'not-ahead' }
  /** the last day before the public is over already (公示截止日期、移出日期) */
  | { problem: 'display-over' }
  | { problem: 'before'; other: string }
  | { problem: 'above'; other: string }
  | { problem: 'one-of'; others: readonly string[] }
  | { problem: 'duplicate' }
  | { problem: 'incomplete'; missing: readonly string[] }
  | { problem: 'sum-differs'; expected: string; actual: string }
  | { problem: 'too-few-days'; claimed: number; actual: number }
  /** a period ends on a rest day, and lasts until the working day after it (民法典第203条) */
  | { problem: 'rest-day'; on: string; until: string }
  /** a period for objections was over before anybody could make one */
  | { problem: 'period-over'; unless: string }
  /** a line of a table of holidays, counted from 1 (放假安排) */
  | {
      problem: 'calendar-line'
      line: number
      why:
        | 'unreadable'
        | 'backwards'
        | 'too-many-days'
        | 'other-year'
        | 'twice'
        | 'off-and-work'
        | 'workday-already'
      what: string
    }

/** Formats that a field may be asked to have. */
export type FormatName =
  | 'date'
  | 'year'
  | 'instant'
  | 'resident-id'
  | 'passport'
  | 'hk-macao-permit'
  | 'taiwan-permit'
  | 'hmt-residence'
  | 'foreigner-residence'
  | 'identity-number'
  | 'credit-code'
  | 'name'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'period'
  | 'receipt'
  | 'cursor'
  | 'json'
  | 'date-range'
  | 'amount'
  | 'count'
  | 'item'
  | 'row'
  | 'url'
  | 'item-reference'
  | 'own-item'
  | 'topic'
  | 'power-code'
  | 'power-table'
  | 'calendar-table'

/**
 * A problem and where it is: `pointer` is an RFC 6901 JSON pointer into the input; `label` is under what the
 * words know the field, where its pointer means another one elsewhere.
 */
export type FieldError = { pointer: string; label?: string } & FieldProblem

/**
 * Why personal data stays as it is (不能更正、删除的原因): the case was destroyed, filed or sent on; the
 * contact is still needed, the reply not served, a dispute open; the law has it kept; a request waits.
 */
export type DataBar =
  | 'case-destroyed'
  | 'case-archived'
  | 'case-moved'
  | 'contact-needed'
  | 'data-not-served'
  | 'data-disputed'
  | 'data-kept'
  | 'correction-open'
  | 'notices-off'

/** Why the law closes a step to an application (不能办理的法定原因). */
export type CaseBar =
  | 'corrected-before'
  | 'correction-late'
  | 'extended-before'
  | 'extension-late'
  | 'charged-before'
  | 'fee-late'
  | 'fee-none'
  | 'correction-missing'
  | 'charge-missing'
  | 'reasons-missing'
  | 'opinion-open'
  | 'co-unit-open'
  | 'transfer-off'
  | 'transfer-apart'
  | 'redo-here'
  | 'files-not-disclosed'
  | 'not-served'
  | 'nothing-disclosed'
  | 'not-overdue'
  | 'period-ordered'
  | 'complaint-open'
  | DataBar

/** The closed list of reasons for which a verb declines; everything else is a bug and throws. */
export type Refusal =
  | { code: 'invalid'; errors: readonly FieldError[] }
  | { code: 'not-found' }
  | { code: 'unauthenticated' }
  | { code: 'wrong-credentials' }
  | { code: 'forbidden' }
  | { code: 'same-person' }
  /** nobody would be left to administer the system (最后一名系统管理员) */
  | { code: 'last-admin' }
  /** 本机关要求开通动态口令 */
  | { code: 'second-factor-required' }
  /** 设密码链接用过、过期或者不存在 */
  | { code: 'link-over' }
  | { code: 'stale' }
  | { code: 'step-not-open'; state: string; action: string }
  /** the law closes the step to this case (依申请公开) */
  | { code: 'not-allowed'; why: CaseBar }
  | { code: 'idempotency-conflict' }
  | { code: 'too-many-requests'; retryAfterSeconds: number }
  | { code: 'too-large'; limitBytes: number }
  /** a part of a file beyond its end */
  | { code: 'range-unsatisfiable'; bytes: number }
  | { code: 'unsupported-media-type'; accepted: readonly string[] }
  | { code: 'method-not-allowed'; allowed: readonly string[] }
  | { code: 'cross-site' }
  | { code: 'withdrawn'; title: string; reason: string; withdrawnOn: string }
  | { code: 'replaced'; title: string; by: string; reason: string; replacedOn: string }
  | { code: 'gone' }
  /** 变更日志已重建: what was asked for lies in a former copy of it */
  | { code: 'feed-restarted' }
  /** 公示期满: `since` is the first day on which it is no longer shown */
  | { code: 'display-over'; since: string }
  | { code: 'merged'; into: string }
  | { code: 'review-missing'; levels: readonly string[] }
  | { code: 'review-barred'; why: 'is-editor' | 'reviewed-before' }
  | { code: 'content-changed'; file: string | null }
  | { code: 'findings-open'; count: number }
  | { code: 'file-pending'; file: string }
  | { code: 'consultation-open'; agencies: readonly string[] }
  | { code: 'attribute-undecided' }
  /** 年报自查没有通过 */
  | { code: 'report-unready' }
  | { code: 'not-for-public' }
  | { code: 'agency-not-ready' }
  /** 撤并机关: what it did is done by `successor`, an agency's id */
  | { code: 'agency-closed'; closedOn: string; successor: string }
  /** 公共企事业单位: no duty to take applications (条例第55条) */
  | { code: 'no-applications' }
  | { code: 'busy' }

export type RefusalCode = Refusal['code']

/** What every verb answers: a value, or one refusal of the closed list. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Wraps a value as a successful {@link Result}. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** Wraps a refusal as a failed {@link Result}. */
export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}

/** Refuses an input for one field: the common case of `invalid`. */
export function refuseField(
  pointer: string,
  problem: FieldProblem,
): { ok: false; refusal: Refusal } {
  return refuse({ code: 'invalid', errors: [{ pointer, ...problem }] })
}
