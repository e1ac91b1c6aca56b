'use client'

import { Button } from '#components/ui/button'

/** Asks the browser to print the page as it is. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button className="no-print" onClick={() => print()}>
      {label}
    </Button>
  )
}
