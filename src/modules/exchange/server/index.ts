import { fileInText } from '../../../platform/files/in-text.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import * as exports from '../contract/exports.ts'
import * as contract from '../contract.ts'
import { decideConflict } from './conflicts.ts'
import { exportCsv, exportSheet, exportTables } from './export.ts'
import { exportFile, exportReport, keepExport, listExports } from './exports.ts'
import { externalOfProject } from './external-of-project.ts'
import { mapCode } from './map-code.ts'
import { overviewOf } from './overview.ts'
import { readStateFile } from './read-file.ts'
import { takeIn } from './take-in.ts'

export default defineModule({
  name: 'exchange',
  grants: {
    'exchange.read': ['leader', 'officer', 'supervisor', 'admin'],
    'exchange.import': ['officer', 'admin'],
    'exchange.decide': ['officer'],
    'exchange.map': ['officer', 'admin'],
    'exchange.export': ['officer', 'supervisor', 'admin'],
    'exchange.readExternal': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
  },
  journal: {
    'exchange.run': {
      label: { zh: '数据交换', en: 'Exchange' },
      actions: { import: { zh: '接收', en: 'Taken in' } },
    },
    'exchange.export': {
      label: { zh: '导出记录', en: 'Export' },
      actions: { keepExport: exports.keepExport.summary },
    },
    'exchange.code': {
      label: { zh: '编码对照', en: 'Code' },
      actions: { map: { zh: '对照编码', en: 'Mapped' }, remap: { zh: '改对照', en: 'Mapped anew' } },
    },
    'exchange.conflict': {
      label: { zh: '交换冲突', en: 'Conflict of the exchange' },
      actions: { decide: { zh: '裁定以哪边为准', en: 'Which side holds was decided' } },
    },
  },
  handlers: [
    handle(contract.getExchange, (db, _input, context) => overviewOf(db, zoneOf(context).id)),
    handle(contract.receiveStates, (db, { source, rows }, context) =>
      takeIn(db, context, { source, rows: rows.map((row, i) => ({ number: i + 1, row })), broken: [] }),
    ),
    handle(contract.importFile, async (db, input, context) =>
      takeIn(db, context, { source: input.name, ...(await readStateFile(fileInText(contract.importFile, input))) }),
    ),
    handle(contract.decideConflict, (db, input, context) => decideConflict(db, context, input)),
    handle(contract.mapCode, (db, input, context) => mapCode(db, context, input)),
    handle(contract.exportTables, (db, input, context) => exportTables(db, context, input)),
    handle(contract.exportSheet, (db, input, context) => exportSheet(db, context, input)),
    handle(exports.keepExport, (db, input, context) => keepExport(db, context, input)),
    handle(exports.listExports, (db, _input, context) => listExports(db, context)),
    handle(exports.getExportFile, (db, { id }, context) => exportFile(db, context, id)),
    handle(exports.getExportReport, (db, { id }, context) => exportReport(db, context, id)),
    handle(exports.listProjectExternal, (db, { project }, context) => externalOfProject(db, context, project)),
    handle(contract.exportCsv, (db, input, context) => exportCsv(db, context, input)),
  ],
})
