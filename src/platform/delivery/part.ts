import { defineModule, handle } from '../module.ts'
import * as contract from './contract.ts'
import { readMine, saveMine, tryMine } from './mine.ts'
import { readWhy } from './why.ts'
import { readZone, saveChannel, saveRules } from './zone.ts'

/** How messages reach people: what each account chooses, and the ways that the zone has. */
export const deliveryPart = () =>
  defineModule({
    name: 'delivery',
    grants: { 'delivery.manage': ['admin'] },
    handlers: [
      handle(contract.getMyDelivery, (db, _input, context) => readMine(db, context)),
      { ...handle(contract.saveMyDelivery, (db, input, context) => saveMine(db, context, input)), unkept: true },
      handle(contract.tryMyDelivery, (db, _input, context) => tryMine(db, context)),
      handle(contract.getZoneDelivery, (db, _input, context) => readZone(db, context)),
      { ...handle(contract.saveChannel, (db, input, context) => saveChannel(db, context, input)), unkept: true },
      handle(contract.saveDeliveryRules, (db, input, context) => saveRules(db, context, input)),
      handle(contract.getWhy, (db, { id }, context) => readWhy(db, context, id)),
    ],
  })
