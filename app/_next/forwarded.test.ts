import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from '#app/_next/forwarded'

const from = (forwarded?: string) =>
  ({
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as IncomingMessage

it.each([
  ['without a proxy of ours nothing that is said counts', '1.2.3.4', 0, '10.0.0.1'],
  ['one proxy adds whom it was asked by', 'forged, 1.2.3.4', 1, '1.2.3.4'],
  ['two add two', 'forged, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
  ['a chain that is too short went past them', '1.2.3.4', 2, '10.0.0.1'],
  ['a proxy that says nothing', undefined, 1, '10.0.0.1'],
])('%s', (_, forwarded, proxies, address) => {
  expect(clientAddress(from(forwarded), proxies)).toBe(address)
})
