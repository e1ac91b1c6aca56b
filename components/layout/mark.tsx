/** An ear of wheat whose grains climb like rungs. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 36 36" aria-hidden>
      <rect width="36" height="36" rx="10" fill="var(--color-accent)" />
      <g fill="var(--color-on-accent)">
        <path d="M18 5c2.6 2.6 2.6 5.6 0 8.2-2.6-2.6-2.6-5.6 0-8.2Z" />
        <path d="M26 10.6c.2 3.7-2.5 6.3-6.9 6.4.2-3.8 2.7-6.2 6.9-6.4ZM10 10.6c-.2 3.7 2.5 6.3 6.9 6.4-.2-3.8-2.7-6.2-6.9-6.4Z" />
        <path d="M26 17.2c.2 3.7-2.5 6.3-6.9 6.4.2-3.8 2.7-6.2 6.9-6.4ZM10 17.2c-.2 3.7 2.5 6.3 6.9 6.4-.2-3.8-2.7-6.2-6.9-6.4Z" />
        <path d="M17.1 22h1.8v9a.9.9 0 0 1-1.8 0Z" />
      </g>
    </svg>
  )
}
