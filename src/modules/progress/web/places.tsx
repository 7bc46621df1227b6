import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'land', key: 'progress', label: { zh: '推进', en: 'Progress' }, order: 2 },
    needs: ['progress.read'],
    Part: lazy(() => import('./parts/progress-tab.tsx').then(({ ProgressTab }) => ({ default: ProgressTab }))),
  }),
]
