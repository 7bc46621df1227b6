import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '预计拿证与投产', en: 'When it is likely to be there' }

export const places = [
  place({
    ...{ place: 'project.plan', key: 'forecast', label, order: 0, needs: ['forecast.read'] },
    Part: lazy(() =>
      import('./parts/project-forecast.tsx').then(({ ProjectForecastPanel }) => ({ default: ProjectForecastPanel })),
    ),
  }),
]
