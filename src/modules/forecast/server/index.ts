import { defineModule, handle } from '../../../platform/module.ts'
import { DeskSetting } from '../contract/desk-setting.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { readOne, readZone } from './read.ts'
import { askForecast, stopForecast } from './start.ts'
import { workKind, workOn } from './work.ts'

export default defineModule({
  name: 'forecast',
  grants: {
    'forecast.read': ['leader', 'officer', 'agent', 'supervisor', 'admin'],
    'forecast.run': ['leader'],
    'forecast.setDesks': ['leader', 'admin'],
  },
  figures,
  records: [DeskSetting],
  timers: { [workKind]: workOn },
  journal: { 'forecast.forecast': { label: { zh: '预测', en: 'Forecast' } } },
  handlers: [
    handle(contract.startForecast, (db, input, context) => askForecast(db, context, input)),
    handle(contract.cancelForecast, (db, { id }, context) => stopForecast(db, context, id)),
    handle(contract.readForecast, (db, _, context) => readZone(db, context)),
    handle(contract.readProjectForecast, (db, input, context) => readOne(db, context, input)),
  ],
})
