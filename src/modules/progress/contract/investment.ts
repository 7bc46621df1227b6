import { choice, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { month } from './month.ts'

export const ledgers = ['planned', 'paid', 'statistics'] as const
export type Ledger = (typeof ledgers)[number]

export const ledgerLabels: Readonly<Record<Ledger, { readonly zh: string; readonly en: string }>> = {
  planned: { zh: '计划投资', en: 'Planned' },
  paid: { zh: '实际支付', en: 'Paid' },
  statistics: { zh: '入统投资', en: 'By statistics' },
}

/** 投资台账: what was planned for a month, what was paid, and what statistics counted are three things; they stand side by side and are never added. */
export const investment = recordKind({
  name: 'progress.investment',
  path: 'project-investments',
  table: 'progress.investments',
  labels: { one: { zh: '投资记账', en: 'Investment entry' }, many: { zh: '投资台账', en: 'Investment ledgers' } },
  fields: {
    month,
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    ledger: choice({
      label: { zh: '台账', en: 'Ledger' },
      options: ledgerLabels,
      example: 'paid',
      required: true,
      filter: true,
      writable: 'once',
    }),
    amountYuan: money({
      label: { zh: '金额', en: 'Amount' },
      unit: { zh: '元', en: 'CNY' },
      hint: { zh: '更正用负数另记一笔', en: 'A correction is an entry of its own, below zero' },
      example: '3500000.00',
      required: true,
      writable: 'once',
    }),
    proof: text({
      label: { zh: '依据', en: 'Proof' },
      example: '设备款发票 3 张、银行回单',
      max: 200,
      required: true,
      writable: 'once',
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '冲减上月多记的金额。', writable: 'once' }),
  },
  list: ['month', 'projectId', 'ledger', 'amountYuan', 'proof'],
  sort: '-month',
  search: ['proof'],
  access: { read: 'progress.read', write: 'progress.enter', archive: 'progress.strike' },
  check: ({ amountYuan, note }) =>
    String(amountYuan).startsWith('-') && !note
      ? [
          {
            field: 'note',
            text: { zh: '冲减要写明原因，以及冲减的是哪一笔。', en: 'Say why it is taken back, and which entry.' },
          },
        ]
      : [],
})
