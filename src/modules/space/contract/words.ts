import { ref } from '../../../kernel/field.ts'

/** What rooms are for. */
export const useLabels = {
  plant: { zh: '厂房', en: 'Plant' },
  office: { zh: '办公', en: 'Office' },
  lab: { zh: '实验室', en: 'Laboratory' },
  computing: { zh: '算力机房', en: 'Computing' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  apartment: { zh: '人才公寓', en: 'Talent apartment' },
} as const
export type SpaceUse = keyof typeof useLabels
/** @public For schemas. */
export const spaceUses = Object.keys(useLabels) as [SpaceUse, ...SpaceUse[]]

export const sqm = { zh: '平方米', en: 'm²' } as const

export const ofBuilding = ref({
  label: { zh: '楼宇', en: 'Building' },
  to: 'space.building',
  required: true,
  filter: true,
})
