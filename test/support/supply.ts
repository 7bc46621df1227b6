import { expect } from 'vitest'
import type { Actor } from './zone-people.ts'

/** Two indicators of standard land as a notice states them. */
export const indicators = [
  {
    ...{ code: 'invest-intensity', name: '固定资产投资强度', op: 'gte', value: 300, unit: '万元/亩' },
    ...{ phase: 'completion', source: '出让公告 2026-03 号' },
  },
  {
    ...{ code: 'tax-per-mu', name: '亩均税收', op: 'gte', value: 15, unit: '万元/亩·年', capPercent: 10 },
    ...{ phase: 'output', source: '出让公告 2026-03 号' },
  },
]

export const clauses = [
  { kind: 'recheck', words: '竣工和达产时由管委会组织复核。' },
  { kind: 'breach', words: '未达约定指标的，按差额比例支付违约金。' },
  { kind: 'disputes', words: '协商不成的，向合同签订地人民法院起诉。' },
  { kind: 'other', words: '本合同一式四份。' },
]

export function ok<T>(answer: { status: number; body: unknown }): T {
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as T
}

/** A standard parcel of ten thousand m². */
export async function newParcel(by: Actor, code: string): Promise<string> {
  const fields = {
    code,
    name: `示例地块 ${code}`,
    registeredAreaSqm: 10_000,
    landUse: 'industrial',
    landKind: 'standard',
  }
  const { record } = ok<{ record: { id: string } }>(await by.post('/parcels', { ...fields, serviceLevel: 'seven' }))
  return record.id
}

/** A contract from before the platform; its start is due on `startDue`. */
export function broughtIn(parcel: string, enterprise: string, more: object = {}) {
  const dates = {
    ...{ handoverDue: '2025-02-01', startDue: '2025-03-01', completionDue: '2026-03-01' },
    ...{ productionDue: '2026-09-01', outputDue: '2028-09-01' },
  }
  return {
    ...{ parcel, enterprise, number: '示例合同 1', buildNumber: '示例建设合同 1', signedOn: '2025-01-02' },
    ...{ priceYuan: '1000000.00', purpose: 'industrial', planningConditions: '规条〔2025〕1号', dates, indicators },
    instalments: [{ dueOn: '2025-02-01', amountYuan: '1000000.00' }],
    payments: [{ paidOn: '2025-01-20', amountYuan: '1000000.00', document: '缴款书 1' }],
    ...{ lateStartPermille: 0.5, lateCompletionPermille: 0.5, capPercent: 20, handedOverOn: '2025-01-31' },
    ...more,
  }
}
