import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { DelegatedMatter, importDelegated as importDoor } from '../contract/delegated.ts'
import type { ListName } from '../contract/lists.ts'
import * as contract from '../contract.ts'
import { compareContent, nameOf } from '../domain/compare.ts'
import { rowsOf } from '../domain/content.ts'
import { importDelegated } from './delegated.ts'
import { discardDraft, editDraft, openDraft } from './draft.ts'
import { effectsOf } from './effects.ts'
import { figures } from './figures.ts'
import { readDesk, setDesk } from './keeper.ts'
import { findingsOf, publishDraft, tellZones } from './publish.ts'
import { exportWorkbook, importWorkbook } from './sheet.ts'
import { findOpenDraft, getDraft, listEdits, listPublications, rowVersion } from './store.ts'
import { tryRule, vocabularyOf } from './try-rule.ts'
import { viewOf } from './views.ts'

async function desk(db: Database, context: RequestContext) {
  const open = await findOpenDraft(db)
  return {
    desk: await readDesk(db, zoneOf(context).code),
    draft: open ? await viewOf(db, open) : null,
    publications: await listPublications(db),
  }
}

type Row = Readonly<Record<string, unknown>> & { readonly code: string }

async function rows(db: Database, { draft: id, list }: { draft: string; list: ListName }) {
  const { content } = await getDraft(db, id)
  const { catalogue, fees } = await currentCatalogue(db)
  const changed = new Set(
    compareContent({ catalogue, fees }, content).flatMap((row) => (row.list === list ? [row.code] : [])),
  )
  const found = rowsOf(content, list) as readonly unknown[] as readonly Row[]
  return { rows: found.map((row) => ({ code: row.code, name: nameOf(row), changed: changed.has(row.code) })) }
}

async function row(db: Database, { draft: id, list, code }: { draft: string; list: ListName; code: string }) {
  const { content } = await getDraft(db, id)
  const found = (rowsOf(content, list) as readonly unknown[] as readonly Row[]).find((one) => one.code === code)
  if (!found) throw notFound()
  const { version } = await rowVersion(db, id, { list, code })
  return { list, code, version, row: { ...found } }
}

export default defineModule({
  name: 'catalogue',
  figures,
  records: [DelegatedMatter],
  grants: {
    'catalogue.read': ['leader', 'officer', 'agent', 'supervisor', 'admin'],
    'catalogue.edit': ['officer', 'admin'],
    'catalogue.publish': ['leader', 'admin'],
    'catalogue.keep': ['admin'],
    'catalogue.delegate': ['officer', 'admin'],
  },
  journal: {
    'catalogue.desk': {
      label: { zh: '目录工作台', en: 'Catalogue desk' },
      actions: {
        takeUp: { zh: '认领目录维护', en: 'Took up keeping the catalogue' },
        set: { zh: '改设置', en: 'Settings changed' },
      },
    },
    'catalogue.draft': {
      label: { zh: '目录草稿', en: 'Draft of the catalogue' },
      actions: {
        open: { zh: '开始草稿', en: 'Draft begun' },
        set: { zh: '改一行', en: 'Row changed' },
        add: { zh: '增一行', en: 'Row added' },
        retire: { zh: '停用一行', en: 'Row retired' },
        discard: { zh: '放弃草稿', en: 'Draft discarded' },
        publish: { zh: '发布', en: 'Published' },
      },
    },
  },
  handlers: [
    handle(contract.getDesk, (db, _input, context) => desk(db, context)),
    handle(contract.setDesk, (db, input, context) => setDesk(db, context, input)),
    handle(contract.openDraft, (db, input, context) => openDraft(db, context, input)),
    handle(contract.listRows, (db, input) => rows(db, input)),
    handle(contract.getRow, (db, input) => row(db, input)),
    handle(contract.editDraft, (db, input, context) => editDraft(db, context, input)),
    handle(contract.listEdits, async (db, { draft, limit }) => ({
      edits: await listEdits(db, (await getDraft(db, draft)).id, limit),
    })),
    handle(contract.checkDraft, async (db, { draft }) => ({
      findings: await findingsOf(db, await getDraft(db, draft)),
    })),
    handle(contract.draftEffects, (db, { draft }, context) => effectsOf(db, context, draft)),
    handle(contract.publishDraft, (db, input, context) => publishDraft(db, context, input)),
    handle(contract.discardDraft, (db, input, context) => discardDraft(db, context, input)),
    handle(contract.tryRule, (db, { rule }, context) => tryRule(db, context, rule)),
    handle(contract.getVocabulary, async (db) => ({ facts: [...(await vocabularyOf(db))] })),
    handle(contract.exportWorkbook, (db, _input, context) => exportWorkbook(db, context)),
    handle(contract.importWorkbook, (db, input, context) => importWorkbook(db, context, input)),
    handle(importDoor, (db, input, context) => importDelegated(db, context, input.rows)),
  ],
  prepare: (db, context) => tellZones(db, context),
})
