import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['followups.read'] as const
const label = { zh: '督办', en: 'Follow-ups' }

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'followups', label, order: 8, needs },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfProject }) => ({ default: OfProject }))),
  }),
  place({
    ...{ place: 'case', key: 'followups', label, order: 1, needs },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfCase }) => ({ default: OfCase }))),
  }),
  place({
    ...{ place: 'today', key: 'followups', label, order: 1, needs: ['followups.issue'] },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfToday }) => ({ default: OfToday }))),
  }),
  place({
    ...{ place: 'inbox', key: 'followups', label, order: 1, needs },
    Part: lazy(() => import('./parts/placed.tsx').then(({ OfInbox }) => ({ default: OfInbox }))),
  }),
]
