import type { ReactNode } from 'react'

type Props = { title: string; lead: string; safe?: string; request?: string; actions: ReactNode }

/** A page that is not there, or failed: inside the shell or alone, it looks like the product and shows a way on. */
export function LostLayout({ title, lead, safe, request, actions }: Props) {
  return (
    <div className="grid max-w-[46rem] items-center gap-x-12 gap-y-8 py-6 sm:grid-cols-[auto_1fr]">
      <BrokenLadder />
      <div className="grid gap-3">
        <h1 className="text-title font-bold tracking-[-0.018em]">{title}</h1>
        <p>{lead}</p>
        {safe && <p>{safe}</p>}
        <div className="mt-3 flex flex-wrap gap-3">{actions}</div>
        {request && <p className="mt-3 text-small text-soft">{request}</p>}
      </div>
    </div>
  )
}

function BrokenLadder() {
  return (
    <svg viewBox="0 0 140 220" className="h-44 w-auto sm:h-56" aria-hidden>
      <g fill="none" stroke="var(--color-edge)" strokeWidth="8" strokeLinecap="round">
        <path d="M38 212 50 8M102 212 94 8" />
        <path d="M48 44H95M46 80H97M40 186H101" />
        <path d="M42 152H58M82 152H100" />
      </g>
      <path
        d="M60 112l22 16"
        stroke="var(--color-accent)"
        strokeWidth="8"
        strokeLinecap="round"
        transform="translate(44 62)"
      />
    </svg>
  )
}
