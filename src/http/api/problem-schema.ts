import type { Refusal, RefusalCode } from '../../domain/shared/refusal.ts'
import type { JsonSchema } from './json-schema.ts'

/** One refusal of every code, for telling what each means; a code that is left out does not compile. */
const samples: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  invalid: { code: 'invalid', errors: [] },
  unauthenticated: { code: 'unauthenticated' },
  'wrong-credentials': { code: 'wrong-credentials' },
  forbidden: { code: 'forbidden' },
  'same-person': { code: 'same-person' },
  'last-admin': { code: 'last-admin' },
  'second-factor-required': { code: 'second-factor-required' },
  'link-over': { code: 'link-over' },
  'cross-site': { code: 'cross-site' },
  'not-found': { code: 'not-found' },
  'method-not-allowed': { code: 'method-not-allowed', allowed: ['GET'] },
  stale: { code: 'stale' },
  'step-not-open': { code: 'step-not-open', state: '', action: '' },
  'not-allowed': { code: 'not-allowed', why: 'not-overdue' },
  'idempotency-conflict': { code: 'idempotency-conflict' },
  withdrawn: { code: 'withdrawn', title: '', reason: '', withdrawnOn: '' },
  replaced: { code: 'replaced', title: '', by: '', reason: '', replacedOn: '' },
  gone: { code: 'gone' },
  'feed-restarted': { code: 'feed-restarted' },
  'display-over': { code: 'display-over', since: '' },
  merged: { code: 'merged', into: '' },
  'review-missing': { code: 'review-missing', levels: ['first', 'final'] },
  'review-barred': { code: 'review-barred', why: 'is-editor' },
  'content-changed': { code: 'content-changed', file: null },
  'findings-open': { code: 'findings-open', count: 1 },
  'file-pending': { code: 'file-pending', file: '' },
  'consultation-open': { code: 'consultation-open', agencies: [] },
  'attribute-undecided': { code: 'attribute-undecided' },
  'report-unready': { code: 'report-unready' },
  'not-for-public': { code: 'not-for-public' },
  'range-unsatisfiable': { code: 'range-unsatisfiable', bytes: 1024 },
  'too-large': { code: 'too-large', limitBytes: 1024 * 1024 },
  'unsupported-media-type': { code: 'unsupported-media-type', accepted: ['application/json'] },
  'too-many-requests': { code: 'too-many-requests', retryAfterSeconds: 60 },
  'agency-not-ready': { code: 'agency-not-ready' },
  'agency-closed': { code: 'agency-closed', closedOn: '', successor: '' },
  'no-applications': { code: 'no-applications' },
  busy: { code: 'busy' },
}

/** Every refusal that the JSON face can answer, one sample of each code. */
export const refusalSamples: readonly Refusal[] = Object.values(samples)

/** Shape of an error (RFC 9457 problem+json) with this product's members. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...Object.keys(samples), 'internal-error'] },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    successor: {
      type: 'object',
      required: ['id', 'name', 'origin'],
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        origin: { type: 'string', format: 'uri' },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
