import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '堵点', en: 'Bottlenecks' }
const needs = ['bottlenecks.read'] as const

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'bottlenecks', label, order: 3, needs },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfProject }) => ({ default: OfProject }))),
  }),
  place({
    ...{ place: 'inbox', key: 'bottlenecks', label, order: 4, needs },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfInbox }) => ({ default: OfInbox }))),
  }),
  place({
    ...{ place: 'today', key: 'bottlenecks', label, order: 4, needs: ['bottlenecks.escalate'] as const },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfToday }) => ({ default: OfToday }))),
  }),
]
