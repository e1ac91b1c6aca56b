import { KeptPicture } from '#components/ui/kept-picture'

/** Kept pictures as thumbnails; each opens whole in a tab of its own. */
export function Photos({ ids, label }: { ids: readonly string[]; label: (number: number) => string }) {
  if (!ids.length) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {ids.map((id, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noopener">
            <KeptPicture
              src={`/api/files/${id}`}
              alt={label(index + 1)}
              className="h-20 w-28 rounded border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
