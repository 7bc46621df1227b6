import type { Label } from '../../../kernel/label.ts'

/** Lanes of a chain from left to right; what supports all of them stands beneath. */
export const lanes = ['upstream', 'midstream', 'downstream', 'supporting'] as const
export type Lane = (typeof lanes)[number]

export const laneLabels: Readonly<Record<Lane, Label>> = {
  upstream: { zh: '上游', en: 'Upstream' },
  midstream: { zh: '中游', en: 'Midstream' },
  downstream: { zh: '下游', en: 'Downstream' },
  supporting: { zh: '配套', en: 'Supporting' },
}

export const chainKinds = ['key', 'leading'] as const
export type ChainKind = (typeof chainKinds)[number]

export const chainKindLabels: Readonly<Record<ChainKind, Label>> = {
  key: { zh: '重点产业链', en: 'Key chain' },
  leading: { zh: '主导产业链（农业）', en: 'Leading chain (agriculture)' },
}
