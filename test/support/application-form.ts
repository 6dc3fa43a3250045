/** A natural person's application that is in order; `canary` stands in every personal field that can carry it. */
export function personForm(canary = '王小明'): Record<string, unknown> {
  return {
    applicant: {
      class: 'naturalPerson',
      name: canary,
      idType: 'resident-id',
      idNumber: '11010519491231002X',
      phone: '13800001234',
      email: 'someone@example.com',
      address: `试验路 9 号 ${canary}`,
      postcode: '234000',
    },
    request: {
      subject: `土地征收补偿方案 ${canary}`,
      description: `2025 年某村 ${canary}`,
      docNumber: '试政发〔2025〕1号',
    },
    delivery: { form: 'electronic', route: 'email' },
  }
}

/** An organisation's application that is in order. */
export function organisationForm(): Record<string, unknown> {
  return {
    applicant: {
      class: 'commercial',
      name: '试验科技有限公司',
      creditCode: '91350100M000100Y43',
      legalRepresentative: '李四',
      contactName: '张三',
      phone: '0557-3012345',
    },
    request: { subject: '政府采购合同' },
    delivery: { form: 'paper', route: 'pickup' },
  }
}

/** The same application as an officer enters it. */
export function entry(channel: string, days: Record<string, string>): Record<string, unknown> {
  const ticks = channel === 'oral' ? { readBack: true, consent: true } : {}
  return { channel, ...days, ...ticks, ...personForm() }
}

/** Bytes of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

/** A smallest file that passes as PDF. */
export const pdf: Uint8Array<ArrayBuffer> = bytesOf(
  '%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n%%EOF\n',
)
