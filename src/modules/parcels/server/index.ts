import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { assessment } from '../contract/assessment.ts'
import { exception, getIndicators, indicator } from '../contract/indicator.ts'
import { getOverview } from '../contract/overview.ts'
import { extent, parcel } from '../contract/parcel.ts'
import * as placement from '../contract/placement.ts'
import * as readiness from '../contract/readiness.ts'
import * as shape from '../contract/shape.ts'
import { importShapes, readShapeFile } from '../contract/shape-import.ts'
import { lapseKind, publishOne, withdrawOne } from './assessments.ts'
import { draw } from './draw.ts'
import { groundOf } from './ground.ts'
import { readIndicators } from './indicators.ts'
import { mapLayers } from './map-layers.ts'
import { overviewOf } from './overview.ts'
import { place, readLand } from './place.ts'
import { confirmAll, readinessOf, revise } from './readiness.ts'
import { hearProject, settleZone } from './settle.ts'
import { takeIn } from './shape-import.ts'
import { readFile } from './shape-read.ts'
import { getRow } from './store.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'parcels',
  mapLayers,
  records: [parcel, extent, assessment, indicator, exception],
  grants: {
    'parcels.read': staff,
    'parcels.write': ['officer', 'operator'],
    'parcels.draw': ['officer', 'operator'],
    'parcels.assess': ['officer'],
    'parcels.decide': ['officer', 'leader'],
    'parcels.place': ['officer', 'agent'],
  },
  journal: {
    [parcel.name]: {
      actions: {
        fallBack: { zh: '条件不再具备，退回', en: 'Fell back: what it stood on is gone' },
        move: { zh: '状态变动', en: 'State moved' },
        split: { zh: '分割', en: 'Split' },
        merge: { zh: '合并', en: 'Merged' },
      },
    },
    [assessment.name]: { actions: { carryOver: { zh: '随分割合并延续', en: 'Carried over by a split or merge' } } },
  },
  listeners: { 'projects.changed': hearProject },
  timers: { [lapseKind]: (db, _timer, context) => settleZone(db, context) },
  handlers: [
    handle(shape.getGround, async (db, { id }, context) => {
      const zoneId = zoneOf(context).id
      return groundOf(db, zoneId, await getRow(db, zoneId, id))
    }),
    handle(readiness.getReadiness, async (db, { id }, context) =>
      readinessOf(db, context, await getRow(db, zoneOf(context).id, id)),
    ),
    handle(readiness.confirmReadiness, (db, input, context) => confirmAll(db, context, input)),
    handle(readiness.reviseParcel, (db, input, context) => revise(db, context, input)),
    handle(readiness.publishAssessment, (db, input, context) => publishOne(db, context, input)),
    handle(readiness.withdrawAssessment, (db, input, context) => withdrawOne(db, context, input)),
    handle(getOverview, async (db, _input, context) => ({ parcels: await overviewOf(db, context) })),
    handle(getIndicators, (db, input, context) => readIndicators(db, context, input)),
    handle(placement.getProjectLand, (db, { id }, context) => readLand(db, context, id)),
    handle(placement.placeOnParcel, (db, input, context) => place(db, context, input)),
    handle(shape.drawShape, (db, input, context) => draw(db, context, input)),
    handle(readShapeFile, (db, input, context) => readFile(db, context, input)),
    handle(importShapes, (db, input, context) => takeIn(db, context, input)),
  ],
})
