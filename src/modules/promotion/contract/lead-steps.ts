import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { LeadDossier } from './leads.ts'
import { closeCauses, visitKinds } from './words.ts'

const zone = z.string()
const addressed = { zone, id: z.uuid() }
const versioned = { ...addressed, version: z.int() }
const Text = (max: number) => z.string().trim().min(1).max(max)

export const noteVisit = endpoint({
  name: 'promotion.noteVisit',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/visits',
  permission: 'promotion.write',
  effect: 'write',
  summary: { zh: '记一次联系，约定下次', en: 'Note a call or visit, and when to speak next' },
  input: z.strictObject({
    ...addressed,
    kind: z.enum(visitKinds),
    note: Text(2000),
    /** Today when it is left out. */
    happenedOn: z.iso.date().optional(),
    nextOn: z.iso.date().nullable().default(null),
    nextStep: z.string().trim().max(200).nullable().default(null),
  }),
  output: LeadDossier,
})

export const noteVisits = endpoint({
  name: 'promotion.noteVisits',
  method: 'POST',
  path: '/api/zones/:zone/lead-visits/note-many',
  permission: 'promotion.write',
  effect: 'write',
  summary: { zh: '一次补记多条联系', en: 'Note many calls and visits at once' },
  input: z.strictObject({
    zone,
    visits: z
      .array(
        z.strictObject({
          leadId: z.uuid(),
          kind: z.enum(visitKinds),
          note: Text(2000),
          happenedOn: z.iso.date(),
          nextOn: z.iso.date().nullable().default(null),
          nextStep: z.string().trim().max(200).nullable().default(null),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ noted: z.int() }),
})

export const openTalks = endpoint({
  name: 'promotion.openTalks',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/talks',
  permission: 'promotion.decide',
  effect: 'write',
  summary: { zh: '转入洽谈', en: 'Open talks' },
  input: z.strictObject({ ...versioned, reason: z.string().trim().max(500).nullable().default(null) }),
  output: LeadDossier,
})

export const closeLead = endpoint({
  name: 'promotion.closeLead',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/close',
  permission: 'promotion.decide',
  effect: 'write',
  summary: { zh: '关闭线索，写明原因', en: 'Close a lead with its cause' },
  input: z.strictObject({ ...versioned, cause: z.enum(closeCauses), reason: Text(500) }),
  output: LeadDossier,
})

export const reopenLead = endpoint({
  name: 'promotion.reopenLead',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/reopen',
  permission: 'promotion.decide',
  effect: 'write',
  summary: { zh: '重新跟进', en: 'Take a closed lead up again' },
  input: z.strictObject({ ...versioned, reason: Text(500) }),
  output: LeadDossier,
})

export const handOver = endpoint({
  name: 'promotion.handOver',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/hand-over',
  permission: 'promotion.decide',
  effect: 'write',
  summary: {
    zh: '移交为项目：企业、联系人、项目、凭证一次生成',
    en: 'Hand over: enterprise, contacts, project and evidence at once',
  },
  input: z.strictObject(versioned),
  output: LeadDossier,
})
