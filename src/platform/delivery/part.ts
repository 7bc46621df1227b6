import { defineModule, handle } from '../module.ts'
import * as contract from './contract.ts'
import { readMine, saveMine, tryMine } from './mine.ts'
import { readWhy } from './why.ts'
import { readZone, saveChannel, saveRules } from './zone.ts'

const saved = { create: { zh: '设置', en: 'Set up' }, update: { zh: '修改', en: 'Changed' } }

/** How messages reach people: what each account chooses, and the ways that the zone has. */
export const deliveryPart = () =>
  defineModule({
    name: 'delivery',
    grants: { 'delivery.manage': ['admin'] },
    journal: {
      'jobs.preference': { label: { zh: '消息设置', en: 'Message settings' }, actions: saved },
      'jobs.channel': { label: { zh: '消息渠道', en: 'Message channel' }, actions: saved },
      'jobs.deliveryRules': { label: { zh: '全区消息规则', en: 'Message rules of the zone' }, actions: saved },
    },
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
