import * as z from 'zod'
import { reviewChecks } from '../../src/domain/item/review.ts'
import type { Hand } from './hand.ts'

const received = z.object({ receipt: z.string(), secret: z.string() })
const desk = z.object({ actions: z.array(z.string()), version: z.number() })
const item = z.object({ id: z.string() })

/** A case of the day: what one applicant, editor or statistician sets going, step by step. */
export type Case = (hand: Hand, n: number) => Promise<void>

/** 依申请公开: submitted, registered by the queue, confirmed, accepted and answered, or withdrawn. */
export const application =
  (ends: 'reply' | 'withdraw'): Case =>
  async (hand, n) => {
    const path = '/api/v1/applications'
    const form = {
      applicant: {
        class: 'naturalPerson',
        name: '测试申请人',
        idType: 'passport',
        idNumber: `E${String(n).padStart(8, '0')}`,
        phone: `139${String(n).padStart(8, '0')}`,
        address: '试验路 1 号',
      },
      request: { subject: `第${n}件`, description: `请提供第${n}号工程竣工验收的结论性文件。` },
      delivery: { form: 'electronic', route: 'online' },
    }
    const { receipt, secret } = received.parse(
      await hand.act('提交申请', {
        path,
        body: form,
        reads: (told) => received.parse(told).receipt,
      }),
    )
    await hand.until('SELECT state FROM application WHERE id = ?', receipt, (state) => {
      return state !== 'submitted'
    })
    const at = `/api/v1/desk/applications/${receipt}`
    const step = (verb: string, action: string, body: unknown): Promise<unknown> =>
      hand.act(verb, { post: 'officer', path: `${at}/actions/${action}`, body, entity: receipt })
    let seen = desk.parse(await hand.read('打开案件', { post: 'officer', path: at }))
    if (seen.actions.includes('confirm-receipt')) {
      seen = desk.parse(await step('确认收到', 'confirm-receipt', {}))
    }
    if (ends === 'withdraw') {
      const authorization = `Receipt ${secret}`
      await hand.act('申请人撤回', {
        path: `${path}/${receipt}/withdrawal`,
        authorization,
        entity: receipt,
      })
      return
    }
    await step('受理', 'accept', { version: seen.version })
    await step('答复', 'reply', { outcome: 'granted', text: '所需信息附后。' })
  }

/** 主动公开: drafted, reviewed twice and published, and at times withdrawn again. */
export const publication =
  (ends: 'stays' | 'withdraw'): Case =>
  async (hand, n) => {
    const path = '/api/v1/desk/items'
    const body = {
      title: `关于做好第${n}项农田水利工作的通知`,
      docNumber: `规政〔2026〕${n}号`,
      summary: '安排秋季农田水利建设任务。',
      writtenOn: '2026-01-05',
      category: 'normative-documents',
      unit: '办公室',
      attribute: 'proactive',
      body: '各村：\n一、总体要求\n抓紧组织实施，确保灌溉用水。\n二、工作安排\n月底前完成清淤。',
    }
    const { id } = item.parse(await hand.act('起草', { post: 'officer', path, body }))
    const act = (verb: string, post: 'officer' | 'first' | 'final', action: string, raw = {}) =>
      hand.act(verb, {
        post,
        path: `${path}/${id}/actions/${action}`,
        body: raw,
        ...(['publish', 'withdraw'].includes(action) ? { entity: id } : {}),
      })
    await act('送审', 'officer', 'submit')
    await act('初审', 'first', 'approve', { checks: reviewChecks })
    await act('终审', 'final', 'approve', { checks: reviewChecks })
    await act('发布', 'officer', 'publish')
    if (ends === 'withdraw') {
      await act('撤回信息', 'officer', 'withdraw', { reason: '内容有误，另行公布' })
    }
  }

const figures = z.object({
  items: z.array(z.looseObject({ version: z.number(), indicator: z.string() })),
})

/** 人工填报: somebody attests a figure of the past year. */
export const attestation: Case = async (hand, n) => {
  const period = hand.lastYear
  const path = `/api/v1/desk/figures`
  const indicator = 'licensing.decisions'
  const seen = figures.parse(
    await hand.read('看填报', { post: 'officer', path: `${path}?period=${period}` }),
  )
  const version = seen.items.find((one) => one.indicator === indicator)?.version ?? 0
  const entry = { indicator, value: n + 1, version }
  const reason = version === 0 ? {} : { reason: '核对后更正' }
  await hand.act('填报数字', {
    post: 'officer',
    path: `${path}/${period}`,
    body: { figures: [entry], ...reason },
    entity: `${indicator}/${period}`,
  })
}

/** The cases of a day by their shares; what people do is mostly applying and publishing. */
export const mixture: readonly (readonly [number, Case])[] = [
  [0.5, application('reply')],
  [0.08, application('withdraw')],
  [0.27, publication('stays')],
  [0.05, publication('withdraw')],
  [0.1, attestation],
]
