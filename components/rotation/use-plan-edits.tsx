'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOptimistic, useState, useTransition } from 'react'
import { type FormAction, idle } from '#components/ui/form-state'
import type { Piece } from '#domain/rotation/day'
import { likenessOf } from '#domain/rotation/pieces'

export type HandShift = { shiftId: string; pieces: Piece[] }
/** One thing that a hand did, with what it takes to undo it. */
export type Move = { days: { shiftId: string; before: Piece[]; after: Piece[] }[] }
type Past = { done: Move[]; undone: Move[] }

const turned = (move: Move): Move => ({
  days: move.days.map(({ shiftId, before, after }) => ({ shiftId, before: after, after: before })),
})

const formOf = (planId: string, move: Move, reason: string): FormData => {
  const data = new FormData()
  data.set('planId', planId)
  if (reason) data.set('reason', reason)
  for (const [at, { shiftId, before, after }] of move.days.entries()) {
    data.set(`days[${at}].shiftId`, shiftId)
    data.set(`days[${at}].was`, likenessOf(before))
    for (const [index, piece] of after.entries()) {
      const path = `days[${at}].pieces[${index}]`
      data.set(`${path}.what`, piece.what)
      if (piece.taskId) data.set(`${path}.taskId`, piece.taskId)
      data.set(`${path}.from`, new Date(piece.from).toISOString())
      data.set(`${path}.to`, new Date(piece.to).toISOString())
      if (piece.locked) data.set(`${path}.locked`, 'on')
      if (!piece.touched) data.set(`${path}.drafted`, 'on')
    }
  }
  return data
}

/** Shows a move at once, sends it, and takes it back where the server refuses; moves are sent one after another. */
export function usePlanEdits<Shift extends HandShift>(shifts: Shift[], planId: string, lay: FormAction) {
  const words = useTranslations('rotation.browser.hand')
  const router = useRouter()
  const [pending, start] = useTransition()
  const [past, setPast] = useState<Past>({ done: [], undone: [] })
  const [refusal, setRefusal] = useState<string>()
  const [reason, setReason] = useState('')
  const [days, show] = useOptimistic(shifts, (now: Shift[], move: Move) =>
    now.map((shift) => {
      const day = move.days.find(({ shiftId }) => shiftId === shift.shiftId)
      return day ? { ...shift, pieces: day.after } : shift
    }),
  )

  const send = (move: Move, undoing: boolean) =>
    start(async () => {
      show(move)
      const answer = await lay(idle, formOf(planId, move, reason)).catch(() => undefined)
      if (answer?.status === 'done') return
      const fields = Object.values(answer?.fields ?? {})
      setRefusal([answer?.message ?? words('unreachable'), ...fields].join(' '))
      // What did not happen cannot be undone.
      setPast(({ done, undone }) => ({
        done: done.filter((one) => one !== move),
        undone: undoing ? undone : undone.filter((one) => one !== move),
      }))
      router.refresh()
    })

  const act = (days: Move['days']) => {
    const real = days.filter(({ before, after }) => likenessOf(before) !== likenessOf(after))
    if (!real.length) return
    const move = { days: real }
    setRefusal(undefined)
    setPast(({ done }) => ({ done: [...done, move], undone: [] }))
    send(move, false)
  }
  const undo = () => {
    const move = past.done.at(-1)
    if (!move) return
    setRefusal(undefined)
    setPast(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, move] }))
    send(turned(move), true)
  }
  const redo = () => {
    const move = past.undone.at(-1)
    if (!move) return
    setRefusal(undefined)
    setPast(({ done, undone }) => ({ done: [...done, move], undone: undone.slice(0, -1) }))
    send(move, false)
  }
  return {
    days,
    pending,
    refusal,
    reason,
    setReason,
    act,
    undo: past.done.length ? undo : undefined,
    redo: past.undone.length ? redo : undefined,
  }
}
