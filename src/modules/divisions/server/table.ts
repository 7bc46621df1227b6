export interface SuccessionRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  verb: 'split' | 'merge'
  parent_id: string
  child_id: string
  happened_on: string
  document: string
  reason: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'divisions.successions': SuccessionRow
  }
}
