import type { ReactNode } from 'react'
import { usePhone } from '../../../../web/kit/use-phone.ts'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A part of the page under its heading; folded away on a phone, so that the page is short enough to find things. */
export function Fold({ id, title, children }: Props) {
  const heading = <h2 id={id}>{title}</h2>
  if (usePhone()) {
    return (
      <details className="card fold">
        <summary>{heading}</summary>
        {children}
      </details>
    )
  }
  return (
    <section className="card" aria-labelledby={id}>
      {heading}
      {children}
    </section>
  )
}
