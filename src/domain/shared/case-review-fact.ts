/** What happened in the reviews of closed cases (案卷评查事件). */
export type CaseReviewFact =
  | { kind: 'case-review.started'; data: { population: number; cases: number; seed: string } }
  /** the next draw of this agency (抽样登记), so that two at once see each other */
  | { kind: 'case-review.drawn'; data: { review: string } }
  | { kind: 'case-review.stepped'; data: { step: string } }
  /** a step of the sheet of the case drawn as number `n` */
  | { kind: 'case-review.sheet-stepped'; data: { step: string; n: number } }
  /** an office ordered reviews of agencies below it (部署评查); a step of its notice; what an agency sent up */
  | { kind: 'case-review.ordered'; data: { agencies: number; seed: string } }
  | { kind: 'case-review.order-stepped'; data: { step: string } }
  | { kind: 'case-review.answered'; data: { agency: string; cases: number } }
