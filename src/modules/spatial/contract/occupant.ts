import { date, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 入驻: an enterprise or a project stands at a place, from a day on. */
export const occupant = recordKind({
  name: 'spatial.occupant',
  path: 'place-occupants',
  table: 'spatial.occupants',
  labels: { one: { zh: '入驻登记', en: 'Occupant' }, many: { zh: '入驻登记', en: 'Occupants' } },
  fields: {
    placeId: ref({
      label: { zh: '场所', en: 'Place' },
      to: 'spatial.place',
      required: true,
      filter: true,
      writable: 'once',
    }),
    enterpriseId: ref({ label: { zh: '企业', en: 'Enterprise' }, to: 'enterprises.enterprise', filter: true }),
    projectId: ref({ label: { zh: '项目', en: 'Project' }, to: 'projects.project', filter: true }),
    since: date({ label: { zh: '自', en: 'Since' }, example: '2025-03-02', required: true, sort: true }),
    until: date({ label: { zh: '至', en: 'Until' }, example: '2030-03-01' }),
    note: text({ label: { zh: '位置说明', en: 'Where' }, example: '3 号厂房二层', max: 200 }),
  },
  list: ['placeId', 'enterpriseId', 'projectId', 'since', 'until', 'note'],
  sort: 'since',
  search: [],
  access: { read: 'spatial.read', write: 'spatial.write' },
})
