import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'

interface Panel {
  /** Opens the why-panel of a matter, walks on to another, or closes it (null). */
  readonly setOpen: (matter: string | null) => void
  /** The plan was changed while the panel stood open: closing it must not take that back. */
  readonly keepStep: () => void
}

/** "Back" closes the panel; closing it any other way leaves no step behind that "back" would only repeat. */
export function usePanel(open: string | null, show: (matter: string | null, replace: boolean) => void): Panel {
  const router = useRouter()
  /** True while the panel is a step of its own in the browser's history and nothing was changed since. */
  const ownStep = useRef(false)
  const stepBack = () => {
    const top = scrollY
    // Walking back restores the place where the panel was opened; the reader may have moved on beside it.
    const stop = router.subscribe('onRendered', () => {
      stop()
      scrollTo({ top, behavior: 'instant' })
    })
    router.history.back()
  }
  const setOpen = (matter: string | null) => {
    if (matter === open) return
    const steps = matter === null && ownStep.current
    if (open === null || matter === null) ownStep.current = open === null
    if (steps) stepBack()
    else show(matter, open !== null)
  }
  const keepStep = () => {
    ownStep.current = false
  }
  return { setOpen, keepStep }
}
