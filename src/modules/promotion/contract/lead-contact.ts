import { ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 线索联系人. Name and telephone are personal: encrypted, masked, revealed one at a time. */
export const LeadContact = recordKind({
  name: 'promotion.leadContact',
  path: 'lead-contacts',
  table: 'promotion.lead_contacts',
  labels: { one: { zh: '线索联系人', en: 'Contact of a lead' }, many: { zh: '线索联系人', en: 'Contacts of leads' } },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, example: '李某', max: 50, required: true, personal: 'name' }),
    leadId: ref({
      label: { zh: '线索', en: 'Lead' },
      to: 'promotion.lead',
      required: true,
      filter: true,
      writable: 'once',
    }),
    post: text({ label: { zh: '职务', en: 'Post' }, example: '投资总监', max: 50 }),
    phone: text({ label: { zh: '手机', en: 'Mobile phone' }, example: '13900000000', max: 40, personal: 'phone' }),
  },
  list: ['name', 'leadId', 'post', 'phone'],
  search: [],
  access: { read: 'promotion.read', write: 'promotion.write', reveal: 'promotion.reveal' },
})
