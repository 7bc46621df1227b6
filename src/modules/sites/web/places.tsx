import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '选址', en: 'Sites' }
const PicksOf = lazy(() => import('./parts/pick-list.tsx').then(({ PickList }) => ({ default: PickList })))

export const places = [
  place({
    ...{ place: 'lead', key: 'sites', label, order: 5, needs: ['sites.read'] },
    Part: ({ lead }) => <PicksOf of="lead" subject={lead} />,
  }),
  place({
    ...{ place: 'project.tab', group: 'land', key: 'sites', label, order: 7, needs: ['sites.read'] },
    Part: ({ project }) => <PicksOf of="project" subject={project} />,
  }),
]
