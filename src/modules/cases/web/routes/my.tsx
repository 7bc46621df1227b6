import { createFileRoute } from '@tanstack/react-router'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { textsOnly } from '../../../../web/search.ts'
import { MyPage } from '../my/my-page.tsx'

function Page() {
  return (
    <SignedIn needs={['cases.own']}>
      <MyPage />
    </SignedIn>
  )
}

export const Route = createFileRoute('/my')({ validateSearch: textsOnly, component: Page })
