import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'today',
      key: 'promotion',
      label: { zh: '招商', en: 'Promotion' },
      order: 6,
      needs: ['promotion.decide'],
    },
    Part: lazy(() => import('./parts/today-part.tsx').then(({ TodayPart }) => ({ default: TodayPart }))),
  }),
]
