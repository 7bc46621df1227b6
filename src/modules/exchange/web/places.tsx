import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'project.cases',
      key: 'external',
      label: { zh: '省平台办件', en: 'On the provincial platform' },
      order: 1,
    },
    needs: ['exchange.readExternal'],
    Part: lazy(() =>
      import('./parts/project-external.tsx').then(({ ProjectExternal }) => ({ default: ProjectExternal })),
    ),
  }),
]
