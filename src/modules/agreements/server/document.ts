import type { FileAnswer, InputOf } from '../../../kernel/endpoint.ts'
import type { Label, Language } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { paperFoot } from '../../../platform/documents/paper-foot.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { milestoneLabels, milestoneNames } from '../../plans/contract/scenario.ts'
import { writePlanDocument } from '../../plans/server/api.ts'
import { getZone } from '../../zones/server/api.ts'
import { agreementStateLabels, sideLabels, sides } from '../contract/steps.ts'
import type { Agreement, agreementDocument } from '../contract.ts'
import { catalogueOf } from './propose.ts'
import { getRow } from './store.ts'
import { viewOf } from './views.ts'

const title: Label = { zh: '项目约定方案', en: 'Agreed plan of the project' }

/** The agreed plan on paper: parties, promised dates and signatures first, then its lists. */
export async function answerDocument(
  db: Database,
  context: RequestContext,
  { id, language }: InputOf<typeof agreementDocument>,
): Promise<FileAnswer> {
  const { now, caller } = context
  const { id: zoneId, code } = zoneOf(context)
  const row = await getRow(db, zoneId, { caller, id })
  const agreement = await viewOf(db, context, row)
  const { version, catalogue, fees } = await catalogueOf(db, row.catalogue_version_id)
  const zone = (await getZone(db, code)).name
  const on = legalDayOf(now)
  const foot = await paperFoot(db, zoneOf(context))
  const bytes = await writePlanDocument(row.plan, {
    ...{ catalogue, fees, title, before: [promised(agreement, language), signatures(agreement, language)] },
    lead: [agreement.project.name, stateLine(agreement)[language]],
    context: { ...{ zone, version, facts: row.facts, changes: row.changes, on, language, now, foot } },
  })
  return { fileName: `${agreement.project.name}-${title[language]}-${agreement.ordinal}.docx`, bytes }
}

function stateLine({ ordinal, state, inForceOn }: Agreement): Label {
  const { zh, en } = agreementStateLabels[state]
  const since =
    inForceOn === null ? { zh: '', en: '' } : { zh: `，${inForceOn} 起生效`, en: `, in force since ${inForceOn}` }
  return { zh: `第 ${ordinal} 份 · ${zh}${since.zh}`, en: `No. ${ordinal} · ${en}${since.en}` }
}

function promised({ promised: dates }: Agreement, language: Language) {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  return {
    title: say('承诺的日期', 'Promised dates'),
    columns: [
      { title: say('节点', 'Milestone'), width: 30 },
      { title: say('日期', 'Date'), width: 20 },
    ],
    rows: milestoneNames.map((name) => [
      milestoneLabels[name][language],
      dates[name] ?? say('不涉及', 'not in this plan'),
    ]),
    notes: [],
    empty: '',
  }
}

function signatures(agreement: Agreement, language: Language) {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  return {
    title: say('双方签署', 'Signatures'),
    columns: [
      { title: say('一方', 'Side'), width: 14 },
      { title: say('签署人', 'Signed by'), width: 24 },
      { title: say('日期', 'On'), width: 14 },
      { title: say('方式', 'How'), width: 20 },
    ],
    rows: sides.map((side) => {
      const signature = agreement[side]
      const how = signature?.onPaper ? say('纸质，扫描件存档', 'on paper, scan kept') : say('账号签署', 'by account')
      return [
        sideLabels[side][language],
        signature?.by ?? say('（待签）', '(to be signed)'),
        signature?.on ?? '',
        signature === null ? '' : how,
      ]
    }),
    notes: [],
    empty: '',
  }
}
