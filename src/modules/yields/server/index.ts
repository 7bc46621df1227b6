import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { Exemption, Merger } from '../contract/exemption.ts'
import { Split } from '../contract/split.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { decideObjection, raiseObjection } from './objections.ts'
import { readGrades, readRound, roundView } from './read.ts'
import { confirmRound, openRound, publishRound } from './round.ts'
import { allSheets } from './sheets.ts'
import { listResults, roundsIn } from './store.ts'

export default defineModule({
  name: 'yields',
  figures,
  records: [Exemption, Merger, Split],
  grants: {
    'yields.read': ['leader', 'officer', 'operator', 'promoter', 'agent', 'supervisor', 'enterprise'],
    'yields.evaluate': ['officer'],
    'yields.publish': ['leader', 'officer'],
    'yields.object': ['enterprise'],
  },
  journal: {
    'yields.round': {
      label: { zh: '亩均评价', en: 'Per-mu evaluation' },
      actions: {
        open: { zh: '开始评价', en: 'Opened' },
        publish: { zh: '公示', en: 'Published' },
        confirm: { zh: '确定', en: 'Made final' },
      },
    },
    'yields.result': {
      label: { zh: '亩均评价结果', en: 'Per-mu result' },
      actions: { publish: { zh: '公示结果', en: 'Published' }, correct: { zh: '更正结果', en: 'Corrected' } },
    },
    'yields.objection': {
      label: { zh: '亩均评价异议', en: 'Objection to a per-mu result' },
      actions: {
        raise: { zh: '提出异议', en: 'Raised' },
        uphold: { zh: '异议成立', en: 'Upheld' },
        reject: { zh: '异议不成立', en: 'Rejected' },
      },
    },
  },
  traces: {
    'yields.result': {
      of: 'enterprises.enterprise',
      needs: 'yields.read',
      find: async (db, id, context) => {
        const rows = await listResults(db, zoneOf(context).id, { enterpriseId: id })
        return rows.map((row) => ({ id: row.id, name: row.grade ?? '—' }))
      },
    },
  },
  handlers: [
    handle(contract.listSheets, async () => ({ sheets: [...allSheets()] })),
    handle(contract.listRounds, async (db, _input, context) => {
      const rounds = roundsIn(db, zoneOf(context).id, context.caller).orderBy('year', 'desc').orderBy('id', 'desc')
      return { rounds: (await rounds.execute()).map(roundView) }
    }),
    handle(contract.getRound, (db, { id }, context) => readRound(db, context, id)),
    handle(contract.getGrades, (db, { id }, context) => readGrades(db, context, id)),
    handle(contract.openRound, async (db, input, context) =>
      readRound(db, context, await openRound(db, context, input)),
    ),
    handle(contract.publishRound, async (db, input, context) =>
      readRound(db, context, await publishRound(db, context, input)),
    ),
    handle(contract.confirmRound, async (db, input, context) =>
      readRound(db, context, await confirmRound(db, context, input)),
    ),
    handle(contract.raiseObjection, async (db, input, context) =>
      readRound(db, context, await raiseObjection(db, context, input)),
    ),
    handle(contract.decideObjection, async (db, input, context) =>
      readRound(db, context, await decideObjection(db, context, input)),
    ),
  ],
})
