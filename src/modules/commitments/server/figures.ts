import { type Figure, figure } from '../../../kernel/figure.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import type { CommitmentState } from '../contract/steps.ts'
import type {} from './table.ts'

const unit = { zh: '份', en: 'commitment' }

async function inStates(db: Database, zoneId: string, states: readonly CommitmentState[]): Promise<CountedRow[]> {
  const rows = await db
    .selectFrom('commitments.commitments')
    .select(['id', 'text_zh'])
    .where('zone_id', '=', zoneId)
    .where('state', 'in', states)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, text_zh }) => ({ id, name: text_zh, value: 1 }))
}

function source(data: Figure, states: readonly CommitmentState[]): FigureSource {
  return {
    figure: figure(data),
    kind: 'commitments.commitment',
    table: 'commitments.commitments',
    rows: (db, zoneId) => inStates(db, zoneId, states),
  }
}

export const figures: readonly FigureSource[] = [
  source(
    {
      key: 'commitments.open',
      label: { zh: '未了结承诺', en: 'Commitments open' },
      unit,
      definition: {
        zh: '未归档、待签署、待核查、限期整改中或听取申辩中的承诺',
        en: 'Commitments not archived that are to be signed, to be checked, under rectification or being heard',
      },
      op: 'count',
    },
    ['drafted', 'signed', 'rectifying', 'hearing'],
  ),
  source(
    {
      key: 'commitments.breached',
      label: { zh: '违反的承诺', en: 'Commitments breached' },
      unit,
      definition: { zh: '未归档、认定违反的承诺', en: 'Commitments not archived that were declared breached' },
      op: 'count',
    },
    ['breached'],
  ),
]
