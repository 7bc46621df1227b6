import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.plan', key: 'calendar', label: { zh: '订阅日历', en: 'Subscribe' }, order: 9 },
    needs: ['projects.read'],
    Part: lazy(() => import('./parts/project-feed.tsx').then(({ ProjectFeed }) => ({ default: ProjectFeed }))),
  }),
]
