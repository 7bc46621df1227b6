import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '报修', en: 'Upkeep' }

export const places = [
  place({
    ...{ place: 'my', key: 'upkeep', label, order: 5, needs: ['upkeep.report'] as const },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfMine }) => ({ default: OfMine }))),
  }),
  place({
    ...{ place: 'today', key: 'upkeep', label, order: 7, needs: ['upkeep.oversee'] as const },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfToday }) => ({ default: OfToday }))),
  }),
]
