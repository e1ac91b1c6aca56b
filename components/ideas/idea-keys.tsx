'use client'

import dynamic from 'next/dynamic'

/** Keys do nothing before the page is awake, so they come in a chunk of their own after everything else. */
export const IdeaKeys = dynamic(() => import('#components/ideas/key-list'), { ssr: false })
