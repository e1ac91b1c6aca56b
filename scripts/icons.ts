import { writeFileSync } from 'node:fs'
import { drawSprite } from '#scripts/sprite'

writeFileSync('components/ui/icons.svg', drawSprite())
