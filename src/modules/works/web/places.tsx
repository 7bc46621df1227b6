import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'today',
      key: 'works',
      label: { zh: '工程提醒', en: 'Works that warn' },
      order: 7,
      needs: ['works.decide'],
    },
    Part: lazy(() => import('./parts/works-alarms.tsx').then(({ WorksAlarms }) => ({ default: WorksAlarms }))),
  }),
  place({
    ...{
      place: 'phone',
      key: 'works',
      label: { zh: '工程月报', en: 'Reports of works' },
      order: 6,
      needs: ['works.report'],
    },
    Part: lazy(() => import('./parts/works-on-phone.tsx').then(({ WorksOnPhone }) => ({ default: WorksOnPhone }))),
  }),
]
