import { choice, integer, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { chainKindLabels } from './lane.ts'

/** An industry chain (产业链) that the zone builds up, with who answers for it (链长制). */
export const Chain = recordKind({
  name: 'chains.chain',
  path: 'chains',
  table: 'chains.chains',
  labels: { one: { zh: '产业链', en: 'Industry chain' }, many: { zh: '产业链', en: 'Industry chains' } },
  fields: {
    name: text({
      label: { zh: '产业链名称', en: 'Name' },
      example: '果品深加工',
      max: 60,
      required: true,
      filter: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: chainKindLabels,
      example: 'key',
      required: true,
      filter: true,
    }),
    position: integer({
      label: { zh: '顺序', en: 'Order' },
      example: 1,
      min: 0,
      max: 9999,
      required: true,
      sort: true,
    }),
    chiefId: ref({ label: { zh: '链长', en: 'Chief of the chain' }, to: 'organisation.person', filter: true }),
    teamId: ref({ label: { zh: '专班', en: 'Team' }, to: 'organisation.team', filter: true }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '以苹果、梨、红枣为原料。' }),
  },
  list: ['name', 'kind', 'chiefId', 'teamId', 'position'],
  sort: 'position',
  search: ['name'],
  access: { read: 'chains.read', write: 'chains.draw' },
})
