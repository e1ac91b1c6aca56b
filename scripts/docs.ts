import { writeFileSync } from 'node:fs'
import { accessMatrix } from '#domain/access-matrix'

writeFileSync('docs/access.md', accessMatrix())
