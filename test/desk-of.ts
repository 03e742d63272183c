// A desk over a record made by hand, and an application over it, as a test asks them.

import type {Desk} from '../src/edge/desk.ts'
import {buildApplication} from '../src/edge/http/application.ts'
import {LOOPBACK} from '../src/edge/http/guard.ts'
import type {RecordFile} from '../src/model/record.ts'
import {stillDesk} from './still-desk.ts'
import {testReader} from './support.ts'

export const TOKEN = 'a-token-of-forty-three-letters-for-the-tests'

export const applicationOf = (
  desk: Desk,
  port: () => number,
  fetchAddress: Parameters<typeof buildApplication>[0]['fetchAddress'] = null,
) => buildApplication({desk, reader: testReader, fetchAddress, access: {port, hosts: LOOPBACK, token: TOKEN, readsNeedToken: false}})

/** As it is served beyond this machine, under a name of its own. */
export const applicationFar = (desk: Desk, port: () => number) =>
  buildApplication({
    desk,
    reader: testReader,
    fetchAddress: null,
    access: {port, hosts: ['desk.example'], token: TOKEN, readsNeedToken: true},
  })

export const still = (record: RecordFile): Desk => stillDesk('a record of tests', record)
