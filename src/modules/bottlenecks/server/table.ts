import type { Level, State, Topic, Verb } from '../contract/topic.ts'

export interface BottleneckRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  project_id: string
  title: string
  topic: Topic
  state: State
  level: Level
  owner_id: string
  raised_on: string
  outcome: string | null
}

export interface ActRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  bottleneck_id: string
  ordinal: number
  verb: 'raise' | Verb
  happened_on: string
  level: Level
  days: number | null
  owner_id: string
  words: string | null
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'bottlenecks.bottlenecks': BottleneckRow
    'bottlenecks.acts': ActRow
  }
}
