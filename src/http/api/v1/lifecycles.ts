import * as z from 'zod'
import { lifecycle } from '../../../domain/application/lifecycle.ts'
import { itemLifecycle } from '../../../domain/item/lifecycle.ts'
import { itemStates } from '../../../domain/item/states.ts'
import { states } from '../../../domain/application/types.ts'
import { lifecycle as clarificationLifecycle } from '../../../domain/clarification/lifecycle.ts'
import { states as clarificationStates } from '../../../domain/clarification/types.ts'
import { lifecycle as topicLifecycle } from '../../../domain/topic/lifecycle.ts'
import { states as topicStates } from '../../../domain/topic/types.ts'
import { lifecycle as incidentLifecycle } from '../../../domain/incident/lifecycle.ts'
import { states as incidentStates } from '../../../domain/incident/types.ts'
import { changeLifecycle, guideLifecycle } from '../../../domain/service/lifecycle.ts'
import { changeStates, guideStates } from '../../../domain/service/types.ts'
import { lifecycle as disputeLifecycle } from '../../../domain/dispute/lifecycle.ts'
import { states as disputeStateKeys } from '../../../domain/dispute/types.ts'
import {
  lifecycle as sameRequestLifecycle,
  states as sameRequestStateKeys,
} from '../../../domain/application/same-request/lifecycle.ts'
import {
  receivedLifecycle,
  receivedStates,
  reportLifecycle,
  reportStates,
} from '../../../domain/report/annual/lifecycle.ts'
import { bulletinLifecycle, bulletinStates } from '../../../domain/report/bulletin/lifecycle.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import {
  receivedStateNames,
  reportActionNames,
  reportStateNames,
} from '../../ui/words/annual-report.ts'
import { bulletinActionNames, bulletinStateNames } from '../../ui/words/bulletin.ts'
import { actionLabels, stateLabels } from '../../ui/words/application.ts'
import {
  clarificationActions,
  clarificationStates as clarificationLabels,
} from '../../ui/words/clarification.ts'
import { sameRequestActions, sameRequestStates } from '../../ui/words/same-request.ts'
import { topicActions, topicStates as topicLabels } from '../../ui/words/topic.ts'
import { itemActionLabels, itemStateLabels } from '../../ui/words/item.ts'
import { filingLifecycle, filingStates as filingStateKeys } from '../../../domain/norm/filing.ts'
import { normLifecycle } from '../../../domain/norm/lifecycle.ts'
import { states as normStateKeys } from '../../../domain/norm/types.ts'
import { filingActions, filingStates, normActions, normStates } from '../../ui/words/norm.ts'
import {
  changeActionNames,
  changeStateNames,
  guideActionNames,
  guideStateNames,
} from '../../ui/words/power.ts'
import { incidentActions, incidentStates as incidentLabels } from '../../ui/words/incident.ts'
import { disputeActions, disputeStates } from '../../ui/words/dispute.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const schema = z.object({
  items: z.array(
    z.object({
      entity: z.string(),
      states: z.array(z.string()),
      labels: z.record(z.string(), z.string()),
      transitions: z.array(
        z.object({
          from: z.string(),
          action: z.string(),
          to: z.string(),
          role: z.string(),
          law: z.string(),
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
})

/** Each lifecycle as data, one row for each role that a step is open to. */
const items = [
  {
    entity: 'application',
    states,
    labels: { ...stateLabels, ...actionLabels },
    transitions: lifecycle.flatMap(({ roles, ...row }) => roles.map((role) => ({ ...row, role }))),
  },
  {
    entity: 'clarification',
    states: clarificationStates,
    labels: { ...clarificationLabels, ...clarificationActions },
    transitions: clarificationLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'norm',
    states: normStateKeys,
    labels: { ...normStates, ...normActions },
    transitions: normLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'topic',
    states: topicStates,
    labels: { ...topicLabels, ...topicActions },
    transitions: topicLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'same-request',
    states: sameRequestStateKeys,
    labels: { ...sameRequestStates, ...sameRequestActions },
    transitions: sameRequestLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'item',
    states: itemStates,
    labels: { ...itemStateLabels, ...itemActionLabels },
    transitions: itemLifecycle.flatMap(({ from, action, to, law, roles }) =>
      roles.map((role) => ({ from, action, to, role, law })),
    ),
  },
  {
    entity: 'filing',
    states: filingStateKeys,
    labels: { ...filingStates, ...filingActions },
    transitions: filingLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'power-change',
    states: changeStates,
    labels: { ...changeStateNames, ...changeActionNames },
    transitions: changeLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'service-guide',
    states: guideStates,
    labels: { ...guideStateNames, ...guideActionNames },
    transitions: guideLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'dispute',
    states: disputeStateKeys,
    labels: { ...disputeStates, ...disputeActions },
    transitions: disputeLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'annual-report',
    states: reportStates,
    labels: { ...reportStateNames, ...reportActionNames },
    transitions: reportLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'received-report',
    states: receivedStates,
    labels: { ...receivedStateNames, ...reportActionNames },
    transitions: receivedLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'bulletin',
    states: bulletinStates,
    labels: { ...bulletinStateNames, ...bulletinActionNames },
    transitions: bulletinLifecycle.flatMap(({ roles, kinds: _kinds, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
  {
    entity: 'incident',
    states: incidentStates,
    labels: { ...incidentLabels, ...incidentActions },
    transitions: incidentLifecycle.flatMap(({ roles, ...row }) =>
      roles.map((role) => ({ ...row, role })),
    ),
  },
]

/** 流转表: the transition tables that pages and calls obey. */
export const lifecycleOperations = [
  operation({
    method: 'GET',
    path: '/lifecycles',
    summary: '各类事项的状态流转表及法律依据',
    access: 'public',
    query: wholeListQuery,
    answers: [{ status: 200, description: '流转表', schema }],
    handle: (c, query) => answerPublic(c, pageOfWhole(c, ok({ items }), query)),
  }),
]
