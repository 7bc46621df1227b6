import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'enterprise',
      group: 'standing',
      key: 'annuals',
      label: { zh: '年度数据', en: 'Annual values' },
      order: 3,
    },
    needs: ['annuals.read'],
    Part: lazy(() => import('./parts/annuals-tab.tsx').then(({ AnnualsTab }) => ({ default: AnnualsTab }))),
  }),
]
