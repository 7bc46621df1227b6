import type { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import { compileAt, factTypesOf } from './expressions.ts'

/**
 * The part of a fee schedule that fits another catalogue: fees of matters that it has, over facts that it declares.
 * Used where somebody brings a catalogue of his own and no fees with it.
 */
export function feesFitting(catalogue: Catalogue, schedule: FeeSchedule): FeeSchedule {
  const matters = new Set(catalogue.matters.map((matter) => matter.code))
  const declared = new Set(catalogue.facts.map((fact) => fact.code))
  const facts = schedule.facts.filter((fact) => !declared.has(fact.code))
  const types = factTypesOf([...catalogue.facts, ...facts])
  const compiles = (source: string, type: 'boolean' | 'number') =>
    !('level' in compileAt({ matter: null, field: null }, source, types, type))
  const fees = schedule.fees.filter(
    (fee) =>
      matters.has(fee.matter) &&
      compiles(fee.amount, 'number') &&
      (fee.waiver === undefined || compiles(fee.waiver, 'boolean')),
  )
  return { ...schedule, facts, fees }
}
