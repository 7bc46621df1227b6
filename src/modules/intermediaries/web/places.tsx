import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'project.tab',
      group: 'plan',
      key: 'intermediaries',
      label: { zh: '中介', en: 'Intermediaries' },
      order: 6,
    },
    needs: ['intermediaries.assign'],
    Part: lazy(() =>
      import('./parts/project-assignments.tsx').then(({ ProjectAssignments }) => ({ default: ProjectAssignments })),
    ),
  }),
]
