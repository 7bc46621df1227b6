import { date, decimal, longText, ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 地块招商资料: what promotion knows of a parcel beyond its register, and whether visitors may see it. Without one nobody outside sees anything. */
export const Profile = recordKind({
  name: 'sites.profile',
  path: 'site-profiles',
  table: 'sites.profiles',
  labels: { one: { zh: '地块招商资料', en: 'Parcel profile' }, many: { zh: '地块招商资料', en: 'Parcel profiles' } },
  fields: {
    title: text({
      label: { zh: '招商名称', en: 'Title' },
      example: '食品园 120 亩标准地',
      max: 100,
      required: true,
      sort: true,
    }),
    titleEn: text({ label: { zh: '英文名称', en: 'Title in English' }, example: '120 mu in the food park', max: 100 }),
    parcelId: ref({
      label: { zh: '地块', en: 'Parcel' },
      to: 'parcels.parcel',
      required: true,
      filter: true,
      writable: 'once',
    }),
    published: yesNo({
      label: { zh: '对外公开', en: 'Published' },
      hint: {
        zh: '公开后，不登录的人也能看到这张卡（不含图形和坐标）',
        en: 'Visitors without an account see its card, without shape and coordinates',
      },
      example: false,
      required: true,
      filter: true,
    }),
    dualSupply: yesNo({ label: { zh: '双回路供电', en: 'Two supply lines' }, example: true }),
    motorwayKm: decimal({
      label: { zh: '距高速口', en: 'To the motorway' },
      unit: { zh: '公里', en: 'km' },
      example: 3.5,
      min: 0,
    }),
    handOverOn: date({
      label: { zh: '最早交地日期', en: 'Earliest hand-over' },
      hint: { zh: '不填表示还不知道', en: 'Left out: not known yet' },
      example: '2027-03-01',
      sort: true,
    }),
    priceBasis: text({
      label: { zh: '价格依据', en: 'Basis of the price' },
      example: '工业用地基准地价（样例）',
      max: 200,
    }),
    pitch: longText({ label: { zh: '一句话介绍', en: 'Pitch' }, example: '紧邻热电厂，蒸汽到地边。', max: 300 }),
    pitchEn: longText({
      label: { zh: '英文介绍', en: 'Pitch in English' },
      example: 'Steam at the boundary.',
      max: 300,
    }),
  },
  list: ['title', 'parcelId', 'published', 'handOverOn', 'motorwayKm', 'dualSupply'],
  sort: 'title',
  search: ['title', 'titleEn'],
  access: { read: 'sites.read', write: 'sites.write' },
})
