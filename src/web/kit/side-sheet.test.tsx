import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { SideSheet } from './side-sheet.tsx'

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {open && (
        <SideSheet title="Why" closeLabel="Close" modal={false} onClose={() => setOpen(false)}>
          because
        </SideSheet>
      )}
    </>
  )
}

function opened() {
  render(<Page />)
  const opener = screen.getByText('open')
  opener.focus()
  fireEvent.click(opener)
  return opener
}

test('takes the focus to its title and gives it back when Escape closes it', () => {
  const opener = opened()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Why' }))
  fireEvent.keyDown(screen.getByText('because'), { key: 'Escape' })
  expect(screen.queryByText('because')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

test('closes by its button', () => {
  opened()
  fireEvent.click(screen.getByLabelText('Close'))
  expect(screen.queryByText('because')).toBeNull()
})
