import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'parcel', key: 'division', label: { zh: '分割合并', en: 'Split and merge' }, order: 1 },
    needs: ['divisions.read'],
    Part: lazy(() => import('./parts/division-card.tsx').then(({ DivisionCard }) => ({ default: DivisionCard }))),
  }),
]
