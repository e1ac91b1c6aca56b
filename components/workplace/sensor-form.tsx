'use client'

import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { ActionForm } from '#components/ui/form'
import { FormContext } from '#components/ui/form-context'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { SENSOR_METRIC_KEYS } from '#domain/sensor-metrics'

/** A new sensor; its token is shown once. */
export function SensorForm({ rooms, add }: { rooms: Choice[]; add: FormAction }) {
  const words = useTranslations('workplace.sensors')
  const metrics = SENSOR_METRIC_KEYS.map((value) => ({ value, label: words(`metrics.${value}`) }))
  return (
    <ActionForm action={add} label={words('addTitle')} className="grid max-w-xl gap-4">
      <Secret />
      <TextInput name="name" label={words('name')} maxLength={80} required />
      <Select
        name="roomId"
        label={words('room')}
        options={rooms}
        placeholder={words('chooseRoom')}
        required
      />
      <Select name="metric" label={words('metric')} options={metrics} defaultValue="air_temp_c" required />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput name="okLow" label={words('low')} inputMode="decimal" />
        <TextInput name="okHigh" label={words('high')} inputMode="decimal" />
      </div>
      <TextInput name="alarmAfter" label={words('after')} inputMode="numeric" defaultValue="15" required />
      <PendingButton icon="add" className="justify-self-start">
        {words('add')}
      </PendingButton>
    </ActionForm>
  )
}

function Secret() {
  const words = useTranslations('workplace.sensors')
  const secret = useContext(FormContext)?.state.values?.secret
  if (typeof secret !== 'string') return null
  return (
    <Notice tone="good">
      <p className="font-semibold">{words('secretTitle')}</p>
      <p>{words('secretLead')}</p>
      <p>
        <code className="break-all">{secret}</code>
      </p>
    </Notice>
  )
}
