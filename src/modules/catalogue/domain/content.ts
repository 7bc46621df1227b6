import type { Catalogue, FeeSchedule } from '../../matters/contract/catalogue.ts'
import type { ListName, Rows } from '../contract/lists.ts'

/** Both files of a catalogue, as a draft holds them. */
export interface Content {
  readonly catalogue: Catalogue
  readonly fees: FeeSchedule
}

export function rowsOf<L extends ListName>({ catalogue, fees }: Content, list: L): readonly Rows[L][] {
  const lists: { readonly [Name in ListName]: readonly Rows[Name][] } = {
    matters: catalogue.matters,
    materials: catalogue.materials,
    facts: catalogue.facts,
    fees: fees.fees,
    feeFacts: fees.facts,
  }
  return lists[list]
}

export function withRows(content: Content, list: ListName, rows: readonly Rows[ListName][]): Content {
  const { catalogue, fees } = content
  if (list === 'fees') return { catalogue, fees: { ...fees, fees: rows as FeeSchedule['fees'] } }
  if (list === 'feeFacts') return { catalogue, fees: { ...fees, facts: rows as FeeSchedule['facts'] } }
  return { fees, catalogue: { ...catalogue, [list]: rows } }
}
