import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'enterprise',
      group: 'standing',
      key: 'yields',
      label: { zh: '亩均评价', en: 'Per-mu grade' },
      order: 10,
    },
    needs: ['yields.read'],
    Part: lazy(() => import('./parts/grades-tab.tsx').then(({ GradesTab }) => ({ default: GradesTab }))),
  }),
]
