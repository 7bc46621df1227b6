import type { Element } from '../contract/need.ts'

export interface NeedRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
  title: string
  project_id: string
  element: Element
  /** Numeric: decimal text. */
  quantity: string
  unit: string
  needed_on: string
  note: string | null
}

export interface EntryRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  need_id: string
  kind: 'promise' | 'delivery'
  quantity: string
  happened_on: string
  due_on: string | null
  department_id: string
  document: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'guarantees.needs': NeedRow
    'guarantees.entries': EntryRow
  }
}
