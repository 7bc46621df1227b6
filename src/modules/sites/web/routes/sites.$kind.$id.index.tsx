import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../../../../web/search.ts'
import { CardPage } from '../parts/card-page.tsx'

function Page() {
  const { kind, id } = Route.useParams()
  return <CardPage key={id} kind={kind === 'unit' ? 'unit' : 'parcel'} id={id} />
}

export const Route = createFileRoute('/sites/$kind/$id/')({ validateSearch: textsOnly, component: Page })
