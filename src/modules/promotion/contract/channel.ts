import { choice, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { channelKindLabels } from './words.ts'

/** 招商渠道: by which way leads come; what it brought home is derived from its leads. */
export const PromotionChannel = recordKind({
  name: 'promotion.channel',
  path: 'promotion-channels',
  table: 'promotion.channels',
  labels: { one: { zh: '招商渠道', en: 'Channel' }, many: { zh: '招商渠道', en: 'Channels' } },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      example: '食品产业链招商',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '方式', en: 'Way' },
      options: channelKindLabels,
      example: 'chain',
      required: true,
      filter: true,
    }),
    fundId: ref({ label: { zh: '基金', en: 'Fund' }, to: 'promotion.fund', filter: true }),
    enclaveId: ref({ label: { zh: '飞地', en: 'Enclave' }, to: 'promotion.enclave', filter: true }),
    teamId: ref({ label: { zh: '负责小组', en: 'Team' }, to: 'organisation.team', filter: true }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'kind', 'teamId', 'fundId', 'enclaveId'],
  sort: 'name',
  search: ['name'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
