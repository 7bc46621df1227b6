import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'land', key: 'land', label: { zh: '用地', en: 'Land' }, order: 6.5 },
    needs: ['supply.read'],
    Part: lazy(() => import('./parts/project-land.tsx').then(({ ProjectLand }) => ({ default: ProjectLand }))),
  }),
]
