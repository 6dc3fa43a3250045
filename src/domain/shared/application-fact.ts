/** What happened to an application (依申请公开的事件), as the journal keeps it; never anything personal. */
export type ApplicationFact =
  | {
      kind: 'application.submitted'
      /** an oral one was written down, read back and agreed to (条例第29条) */
      data: { class: string; on: string; channel: string; readBack?: true; consent?: true }
    }
  | { kind: 'application.registered'; data: { possibleDuplicates: number } }
  /** `channel`, here and below, is what older events lack */
  | {
      kind: 'application.received'
      data: { class: string; receivedOn: string; basis: string; channel?: string }
    }
  | { kind: 'application.accepted'; data: Record<string, never> }
  | { kind: 'application.contact-noted'; data: { on: string; by: string } }
  | { kind: 'application.correction-requested'; data: { on: string; until: string } }
  | { kind: 'application.corrected'; data: { on: string } }
  | { kind: 'application.reasons-asked'; data: { on: string; until: string } }
  | { kind: 'application.explained'; data: { on: string } }
  /** `handler` is an officer's id */
  | { kind: 'application.assigned'; data: { unit: string; handler: string | null } }
  | { kind: 'application.claimed'; data: { handler: string | null } }
  | { kind: 'application.handed-back'; data: Record<string, never> }
  | { kind: 'application.consulted'; data: { n: number; party: string; on: string } }
  | { kind: 'application.consultation-served'; data: { n: number; on: string } }
  | { kind: 'application.consultation-answered'; data: { n: number; opinion: string; on: string } }
  | { kind: 'application.extended'; data: { on: string; days: number } }
  | {
      kind: 'application.recalculated'
      data: { from: string | null; to: string | null; calendar: string }
    }
  /** the applicant has longer than he was told */
  | {
      kind: 'application.wait-recalculated'
      data: { from: string; to: string; calendar: string }
    }
  /** one application that asks for several things became `into` linked cases (一事一申请) */
  | { kind: 'application.split'; data: { into: number } }
  | { kind: 'application.split-off'; data: { on: string } }
  /** `to` and `from` are agencies' ids; `number` is the case's at its origin */
  | { kind: 'application.transfer-sent'; data: { to: string; basis: string; on: string } }
  | { kind: 'application.transfer-declined'; data: { to: string; on: string } }
  | {
      kind: 'application.transferred'
      data: { class: string; receivedOn: string; to: string; on: string; channel?: string }
    }
  | {
      kind: 'application.taken-over'
      data: { from: string; number: string; basis: string; on: string }
    }
  | { kind: 'application.co-unit-asked'; data: { n: number; unit: string; dueOn: string } }
  | { kind: 'application.co-unit-answered'; data: { n: number; unit: string; on: string } }
  | { kind: 'application.co-unit-waived'; data: { n: number; unit: string } }
  | { kind: 'application.deferred'; data: { on: string; until: string } }
  | {
      kind: 'application.charged'
      data: { on: string; until: string; yuan: number; request: Readonly<Record<string, unknown>> }
    }
  | { kind: 'application.paid'; data: { on: string } }
  /** `original`: the id of the sealed original that the file was made from */
  | {
      kind: 'application.file-added'
      data: { file: string; sha256: string; original: string | null }
    }
  | { kind: 'application.file-removed'; data: { file: string; sha256: string } }
  /** an item was drawn up from the answer (答复转主动公开) */
  | { kind: 'application.item-drafted'; data: { item: string } }
  | { kind: 'application.drafted'; data: { outcome: string } }
  /** `overridden`: findings in the files were answered for by who checked */
  | { kind: 'application.checked'; data: { overridden?: true } }
  | { kind: 'application.sent-back'; data: { from: string } }
  | { kind: 'application.taken-back'; data: Record<string, never> }
  | { kind: 'application.signed'; data: { on: string } }
  | {
      kind: 'application.replied'
      /** `timely`: given by the day it was due (按时办结); older events lack it */
      data: {
        class: string
        outcome: string
        decidedOn: string
        route?: string
        timely?: boolean
      }
    }
  | { kind: 'application.archived'; data: { on: string } }
  | {
      kind: 'application.abandoned'
      data: { class: string; outcome: string; decidedOn: string }
    }
  /** no application after all (条例第39条); on the way back `convertedOn` is the day on which it left */
  | {
      kind: 'application.converted'
      data: { class: string; receivedOn: string; to: string; on: string; channel?: string }
    }
  | {
      kind: 'application.reopened'
      data: {
        class: string
        receivedOn: string
        to: string
        convertedOn: string
        on: string
        channel?: string
      }
    }
  /** an answer annulled in a dispute is to be given anew: `outcome` is the old one, taken off on `on` */
  | {
      kind: 'application.redo-ordered'
      data: {
        class: string
        outcome: string
        on: string
        from: string
        until?: string
        dispute: string
      }
    }
  | { kind: 'application.closed'; data: Record<string, never> }
  | { kind: 'application.destroyed'; data: { on: string; destruction: string } }
  | {
      kind: 'application.withdrawn'
      /** without a result when its receipt was never confirmed */
      data: { class: string; outcome: string | null; decidedOn: string }
    }
  | {
      kind: 'application.imported'
      data: {
        class: string
        receivedOn: string
        outcome: string | null
        decidedOn: string | null
        channel?: string
      }
    }
