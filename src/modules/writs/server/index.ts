import { defineModule, handle } from '../../../platform/module.ts'
import { Issuer } from '../contract/issuer.ts'
import * as receipts from '../contract/receipt.ts'
import * as templates from '../contract/template.ts'
import * as verification from '../contract/verify.ts'
import * as contract from '../contract.ts'
import { reissueWrit, voidWrit } from './end.ts'
import { figures } from './figures.ts'
import { answerFile, printWrit } from './files.ts'
import { makeForm } from './form.ts'
import { grants } from './grants.ts'
import { makeWrit } from './make.ts'
import { previewOf, readDue, readWrit, readWrits } from './read.ts'
import { readReceipt } from './receipt.ts'
import { previewTemplate } from './template-preview.ts'
import { addTemplate, answerTemplate, listTemplates, putInForce, tryContent } from './templates.ts'
import { verify } from './verify.ts'
import { viewOf } from './views.ts'

export default defineModule({
  name: 'writs',
  grants,
  figures,
  records: [Issuer],
  journal: {
    'writs.writ': {
      label: { zh: '文书', en: 'Writ' },
      actions: {
        make: { zh: '出具文书', en: 'Made' },
        void: { zh: '作废文书', en: 'Declared void' },
        replace: { zh: '文书被替代', en: 'Replaced' },
        print: { zh: '生成 PDF', en: 'Printed' },
      },
    },
    'writs.template': {
      label: { zh: '文书模板', en: 'Template of writs' },
      actions: {
        uploadTemplate: templates.uploadTemplate.summary,
        publishTemplate: templates.publishTemplate.summary,
        retireTemplate: { zh: '停用模板', en: 'Taken out of use' },
      },
    },
  },
  handlers: [
    handle(contract.listWrits, (db, input, context) => readWrits(db, context, input)),
    handle(contract.listDueWrits, (db, input, context) => readDue(db, context, input)),
    handle(contract.previewWrit, async (db, input, context) => ({ document: await previewOf(db, context, input) })),
    handle(contract.makeWrit, async (db, source, context) =>
      viewOf(db, context, await makeWrit(db, context, { source, replaces: null })),
    ),
    handle(contract.getWrit, (db, { id }, context) => readWrit(db, context, id)),
    handle(contract.voidWrit, async (db, input, context) => viewOf(db, context, await voidWrit(db, context, input))),
    handle(contract.reissueWrit, async (db, input, context) =>
      viewOf(db, context, await reissueWrit(db, context, input)),
    ),
    handle(contract.getWordFile, (db, { id }, context) => answerFile(db, context, { writId: id, format: 'docx' })),
    handle(contract.printWrit, async (db, { id }, context) => viewOf(db, context, await printWrit(db, context, id))),
    handle(contract.getPdfFile, (db, { id }, context) => answerFile(db, context, { writId: id, format: 'pdf' })),
    handle(verification.verifyWrit, (db, { code }) => verify(db, code)),
    handle(receipts.getCaseReceipt, (db, input, context) => readReceipt(db, context, input.case)),
    handle(templates.listTemplates, async (db, _input, context) => ({ templates: await listTemplates(db, context) })),
    handle(templates.getTemplateFile, (db, input, context) => answerTemplate(db, context, input)),
    handle(templates.tryTemplate, async (_db, input) => tryContent(input)),
    handle(templates.uploadTemplate, (db, input, context) => addTemplate(db, context, input)),
    handle(templates.previewTemplate, (db, input, context) => previewTemplate(db, context, input)),
    handle(templates.publishTemplate, async (db, input, context) => {
      await putInForce(db, context, input)
      return { templates: await listTemplates(db, context) }
    }),
  ],
  listeners: { 'cases.bundled': makeForm },
})
