import { openPast } from '#db/seed/past'
import { testDatabase } from '#db/testing'

/** For a test that tells of months gone by: from now on the database of this file takes them, as it does while the demo is told. */
export const tellPast = () => openPast(testDatabase().ownerUrl, 1)
