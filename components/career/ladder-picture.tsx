import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

export type SidePlace = { id: string; href: string; title: string; kind: 'inside' | 'out' }

export type LadderRung = {
  id: string
  href: string
  title: string
  /** `open`: a move is open from here; `far`: through other rungs. */
  state: 'climbed' | 'here' | 'next' | 'open' | 'far'
  /** «5 з 8 вимог»; on the own rung it stands under «ви тут». */
  note?: string
  sides?: SidePlace[]
}

/** The ladder as one climbs it: given from the lowest rung, drawn from the highest, and read in the same order as seen. */
export function LadderPicture({ label, rungs }: { label: string; rungs: LadderRung[] }) {
  const words = useTranslations('career')
  const here = rungs.findIndex((rung) => rung.state === 'here')
  const drawn = rungs.map((rung, height) => ({ rung, reached: reached(height, here) })).reverse()
  return (
    <ol reversed aria-label={label} className="ladder">
      {drawn.map(({ rung, reached }) => (
        <li key={rung.id} className="rung" data-reached={reached}>
          <Link
            href={rung.href}
            className="plate"
            data-state={rung.state}
            aria-current={rung.state === 'here' ? 'step' : undefined}
          >
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{rung.title}</span>
              {rung.state === 'here' && (
                <span className="block text-small">
                  {[words('ladder.here'), rung.note].filter(Boolean).join(' · ')}
                </span>
              )}
              {rung.state !== 'here' && rung.note && (
                <span className="block text-small text-soft">{rung.note}</span>
              )}
            </span>
            {rung.state === 'climbed' && <Icon name="check" className="text-accent" />}
            {rung.state === 'climbed' && <span className="sr-only">{words('ladder.climbed')}</span>}
            {rung.state === 'here' && <Climber />}
            {rung.state === 'next' && <Icon name="up" className="text-accent" />}
            {rung.state === 'next' && <span className="sr-only">{words('ladder.next')}</span>}
          </Link>
          {rung.sides && rung.sides.length > 0 && <Sides rung={rung} sides={rung.sides} />}
        </li>
      ))}
    </ol>
  )
}

/** The reader, standing on the own rung with a headset on. */
function Climber() {
  return (
    <svg className="climber" viewBox="0 0 40 68" aria-hidden>
      <path className="scene-coat" d="M5 68V36c0-10 6-17 15-17s15 7 15 17v32Z" />
      <circle className="scene-skin" cx="20" cy="16" r="12" />
      <path d="M7 16a13 13 0 0 1 26 0" fill="none" stroke="var(--color-accent)" strokeWidth="4" />
      <circle cx="33" cy="19" r="4.5" fill="var(--color-accent)" />
    </svg>
  )
}

function Sides({ rung, sides }: { rung: LadderRung; sides: SidePlace[] }) {
  const words = useTranslations('career')
  return (
    <ul className="sides" aria-label={words('ladder.sidesOf', { title: rung.title })}>
      {sides.map((side) => (
        <li key={side.id} className="side">
          <Link href={side.href} className="plate text-small">
            <Icon name={side.kind === 'inside' ? 'rotation' : 'move'} size={16} className="text-soft" />
            <span className="sr-only">{words(`ladder.${side.kind}`)}: </span>
            {side.title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function reached(height: number, here: number) {
  if (here < 0 || height > here) return 'no'
  return height === here ? 'here' : 'yes'
}
