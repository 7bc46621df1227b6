import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'enterprise', group: 'doings', key: 'projects', label: { zh: '项目', en: 'Projects' }, order: 30 },
    needs: ['projects.read'],
    Part: lazy(() =>
      import('./parts/enterprise-projects.tsx').then(({ EnterpriseProjects }) => ({ default: EnterpriseProjects })),
    ),
  }),
]
