import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '预警灯', en: 'Warning lights' }

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'lights', label, order: 5, needs: ['lights.read'] as const },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfProject }) => ({ default: OfProject }))),
  }),
  place({
    ...{ place: 'today', key: 'lights', label, order: 3, needs: ['lights.writeRules'] as const },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfToday }) => ({ default: OfToday }))),
  }),
]
