import { addDays, type LocalDate } from '../time/local-date.ts'
import type { Gathered, HandRecord } from './gathered.ts'
import { blank, counted, dated, type Look, mostEvidence, tenths } from './judge.ts'
import { sinceLast } from './judge-columns.ts'
import { lastDay, type Rule, windowOf } from './rule.ts'
import { absentDays, elsewherePoints } from './rules.data.ts'
import type { Evidence, Outcome } from './types.ts'

/** Records of a rule that still speak (有效记录): after its days a record says nothing any more. */
export function fresh(look: Look, records: readonly HandRecord[]): readonly HandRecord[] {
  const { rule, today } = look
  return records.filter((one) => one.rule === rule.id && today <= goodUntil(rule, one))
}

/** The last day on which a record speaks. */
export function goodUntil({ hand }: Rule, { on, absent }: HandRecord): LocalDate {
  return addDays(on, absent ? absentDays : (hand?.validDays ?? 0))
}

/** The last day of which a record tells something: one of what last came, only until that grows too old. */
export function speaksUntil(
  { rule, calendar }: Pick<Look, 'rule' | 'calendar'>,
  record: HandRecord,
): LocalDate {
  const until = goodUntil(rule, record)
  if (record.lastOn === null) return until
  const last = lastDay(windowOf(rule), record.lastOn, calendar)
  // What was too old already when it was looked at stays so.
  return last < record.on || last > until ? until : last
}

/** V1 站点无法访问: the share of tries that failed, of the newest probe. */
export function judgeProbe(look: Look, { records }: Gathered): Outcome {
  const [probe] = fresh(look, records)
  if (probe === undefined || !probe.tries) return blank(look, 'unknown')
  const percent = ((probe.failed ?? 0) / probe.tries) * 100
  return heldUntil(look, counted(look, tenths(percent), [evidenceOf(probe)]), [probe])
}

/** V4a 没有咨询渠道: of the channels that were tried not one works. */
export function judgeChannel(look: Look, { records }: Gathered): Outcome {
  const tried = fresh(look, records)
  if (tried.length === 0) return blank(look, 'unknown')
  const broken = tried.every(({ failed }) => failed !== 0)
  return heldUntil(look, counted(look, broken ? 1 : 0, tried.map(evidenceOf)), tried)
}

/** N1 政务新媒体不更新: an account without anything for two weeks; a record speaks until then. */
export function judgeAccounts(look: Look, { records }: Gathered): Outcome {
  const known = fresh(look, records)
  const accounts = known.filter(({ absent }) => !absent)
  if (accounts.length === 0) {
    return known.length === 0
      ? blank(look, 'unknown')
      : heldUntil(look, blank(look, 'not-applicable'), known)
  }
  const judged = accounts.map((account) => judgeAccount(look, account))
  return worst(judged) ?? blank(look, 'unknown')
}

function judgeAccount(look: Look, account: HandRecord): Outcome {
  const { rule, today, calendar } = look
  const since = account.lastOn ?? account.on
  const outcome = sinceLast(look, since, [evidenceOf(account)])
  const tripsOn = addDays(lastDay(windowOf(rule), since, calendar), 1)
  // What was seen before that day cannot tell whether anything came until then.
  const isSeen = today < tripsOn || account.on >= tripsOn
  return isSeen ? outcome : { ...blank(look, 'unknown'), evidence: outcome.evidence, tripsOn }
}

/** D2 模拟咨询: questions that were put to the test and got no answer within five working days. */
export function judgeQuestions(look: Look, { records }: Gathered): Outcome {
  const asked = fresh(look, records)
  if (asked.length === 0) return blank(look, 'unknown')
  const { rule, today, calendar } = look
  const limits = asked.map((one) => ({ one, last: lastDay(windowOf(rule), one.on, calendar) }))
  const failed = limits.filter(({ one, last }) => (one.replyOn ?? today) > last)
  const open = limits
    .filter(({ one, last }) => one.replyOn === null && today <= last)
    .map(({ last }) => addDays(last, 1))
    .toSorted()
  if (failed.length > 0) {
    return heldUntil(
      look,
      counted(
        look,
        failed.length,
        failed.map(({ one }) => evidenceOf(one)),
      ),
      asked,
    )
  }
  const found = { measured: 0, evidence: asked.map(evidenceOf).slice(0, mostEvidence) }
  return heldUntil(look, dated(look, open[0] ?? null, found), asked)
}

/** D3b 站外死链: as a link crawler found them, on the home page and elsewhere. */
export function judgeOutside(look: Look, { records }: Gathered): Outcome {
  const [crawl] = fresh(look, records)
  if (crawl === undefined) return blank(look, 'unknown')
  const [home, elsewhere] = [crawl.failed ?? 0, crawl.elsewhere ?? 0]
  const outcome = counted(look, home + elsewhere, [evidenceOf(crawl)])
  const points =
    outcome.state === 'tripped' ? home * look.rule.points + elsewhere * elsewherePoints : 0
  return heldUntil(look, { ...outcome, points: tenths(points) }, [crawl])
}

/** The worst of several outcomes of one rule: what is not known is worse than what is clear. */
export function worst(outcomes: readonly Outcome[]): Outcome | null {
  const order = ['tripped', 'near', 'unknown', 'clear', 'not-applicable'] as const
  const [first] = outcomes.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0),
  )
  return first ?? null
}

/** An outcome with the last day on which all of the records behind it speak. */
export function heldUntil(
  { rule }: Look,
  outcome: Outcome,
  records: readonly HandRecord[],
): Outcome {
  const [until = null] = records.map((one) => goodUntil(rule, one)).toSorted()
  return { ...outcome, goodUntil: until }
}

/** What an officer recorded, as evidence. */
export function evidenceOf({ id, object, on }: HandRecord): Evidence {
  return { of: 'record', id, what: object === '' ? null : object, since: on }
}
