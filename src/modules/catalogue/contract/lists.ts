import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'
import { FactDeclaration, Fee, Matter, Paper } from '../../matters/contract/catalogue.ts'

/** The lists of a catalogue that are edited row by row: matters, papers, facts, fees and the facts that only fees read. */
export const listNames = ['matters', 'materials', 'facts', 'fees', 'feeFacts'] as const
export const ListName = z.enum(listNames)
export type ListName = z.infer<typeof ListName>

export interface Rows {
  readonly matters: Matter
  readonly materials: Paper
  readonly facts: FactDeclaration
  readonly fees: Fee
  readonly feeFacts: FactDeclaration
}

export const rowSchemas = {
  matters: Matter,
  materials: Paper,
  facts: FactDeclaration,
  fees: Fee,
  feeFacts: FactDeclaration,
} as const

export const listLabels: Readonly<Record<ListName, Label>> = {
  matters: { zh: '事项', en: 'Matter' },
  materials: { zh: '材料', en: 'Paper' },
  facts: { zh: '项目要素', en: 'Fact' },
  fees: { zh: '收费', en: 'Fee' },
  feeFacts: { zh: '收费要素', en: 'Fact of fees' },
}
