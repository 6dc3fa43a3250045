import type { ReviewAction, SheetAction } from '../domain/case-review/lifecycle.ts'

type Query = Readonly<Record<string, string | number | null | undefined>>

/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
/** The addresses of case reviews at the desk (案卷评查) under an agency's prefix. */
export function caseReviewPaths(at: (path: string, query?: Query) => string) {
  return {
    caseReviews: () => at('/desk/case-reviews'),
    caseReview: (id: string, query: Query = {}) => at(one(id), query),
    caseReviewAct: (id: string, action: ReviewAction) => at(`${one(id)}/actions/${action}`),
    caseReviewNotice: (id: string, format: 'docx' | 'pdf' | 'txt') =>
      at(`${one(id)}/notices/notice.${format}`),
    caseReviewSheet: (id: string, n: number, query: Query = {}) =>
      at(`${one(id)}/sheets/${n}`, query),
    caseReviewSheetAct: (id: string, n: number, action: SheetAction) =>
      at(`${one(id)}/sheets/${n}/actions/${action}`),
    caseReviewOrders: () => at('/desk/case-review-orders'),
    caseReviewOrder: (id: string, query: Query = {}) => at(order(id), query),
    caseReviewOrderAct: (id: string, action: ReviewAction) => at(`${order(id)}/actions/${action}`),
    caseReviewOrderFile: (id: string, name: string) => at(`${order(id)}/papers/${name}`),
  }
}

function order(id: string): string {
  return `/desk/case-review-orders/${encodeURIComponent(id)}`
}

function one(id: string): string {
  return `/desk/case-reviews/${encodeURIComponent(id)}`
}
