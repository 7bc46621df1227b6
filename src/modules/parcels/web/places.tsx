import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'land', key: 'land', label: { zh: '用地', en: 'Land' }, order: 5 },
    needs: ['parcels.read'],
    Part: lazy(() => import('./parts/land-tab.tsx').then(({ LandTab }) => ({ default: LandTab }))),
  }),
  place({
    ...{
      place: 'record',
      key: 'parcels.assessment',
      label: { zh: '公布和撤回', en: 'Publish and withdraw' },
      order: 1,
    },
    needs: ['parcels.decide'],
    Part: lazy(() => import('./parts/assessment-acts.tsx').then(({ AssessmentActs }) => ({ default: AssessmentActs }))),
  }),
]
