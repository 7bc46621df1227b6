import { ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** A person to talk to at an enterprise. All of it is personal: encrypted, masked, revealed one at a time. */
export const Contact = recordKind({
  name: 'enterprises.contact',
  path: 'contacts',
  table: 'enterprises.contacts',
  labels: { one: { zh: '企业联系人', en: 'Contact' }, many: { zh: '企业联系人', en: 'Contacts' } },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, example: '李某', max: 50, required: true, personal: 'name' }),
    enterpriseId: ref({
      label: { zh: '企业', en: 'Enterprise' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
      writable: 'once',
    }),
    post: text({ label: { zh: '职务', en: 'Post' }, example: '项目经理', max: 50 }),
    phone: text({ label: { zh: '手机', en: 'Mobile phone' }, example: '13900000000', max: 40, personal: 'phone' }),
    email: text({ label: { zh: '电子邮箱', en: 'E-mail' }, example: 'li@example.com', max: 100, personal: 'hidden' }),
    main: yesNo({ label: { zh: '主要联系人', en: 'Main contact' }, example: true, required: true, filter: true }),
  },
  list: ['name', 'enterpriseId', 'post', 'phone', 'main'],
  search: [],
  access: { read: 'enterprises.read', write: 'enterprises.contact', reveal: 'enterprises.reveal' },
  ofEnterprise: 'enterpriseId',
})
