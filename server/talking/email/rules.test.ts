import { expect, test } from 'vitest'

import { deliveryOf, mayTryNewConnection, type Failure } from './rules.ts'

function failure(known: Partial<Failure>): Failure {
  return {
    hasContentBegun: false,
    code: 'ECONNECTION',
    command: 'CONN',
    replyCode: null,
    answer: 'so it says',
    refusedRecipients: [],
    ...known,
  }
}

test.each<[string, Partial<Failure>, object]>([
  ['a server that cannot be reached', { code: 'ESOCKET' }, { kind: 'not_sent', reason: 'connect' }],
  [
    'a connection lost before the content',
    { code: 'ECONNECTION' },
    { kind: 'not_sent', reason: 'connect' },
  ],
  ['a connection lost in the content', { hasContentBegun: true }, { kind: 'unknown' }],
  ['silence after the content', { hasContentBegun: true, code: 'ETIMEDOUT' }, { kind: 'unknown' }],
  [
    'a half-received reply after the content',
    { hasContentBegun: true, replyCode: 451 },
    { kind: 'unknown' },
  ],
  [
    'a wrong password',
    { code: 'EAUTH', command: 'AUTH PLAIN', replyCode: 535 },
    { kind: 'not_sent', reason: 'sign_in' },
  ],
  ['no encryption to be had', { code: 'ETLS' }, { kind: 'not_sent', reason: 'encrypt' }],
  [
    'a refused sender',
    { code: 'EENVELOPE', command: 'MAIL FROM', replyCode: 553 },
    { kind: 'refused', of: 'sender' },
  ],
  [
    'a refused recipient',
    { code: 'EENVELOPE', command: 'RCPT TO', replyCode: 550 },
    { kind: 'refused', of: 'recipient' },
  ],
  [
    'a recipient to try later',
    { code: 'EENVELOPE', command: 'RCPT TO', replyCode: 499 },
    { kind: 'not_sent', reason: 'deferred' },
  ],
  [
    'DATA refused',
    { code: 'EENVELOPE', command: 'DATA', replyCode: 554 },
    { kind: 'refused', of: 'message' },
  ],
  [
    'content refused',
    { hasContentBegun: true, code: 'EMESSAGE', command: 'DATA', replyCode: 500 },
    { kind: 'refused', of: 'message' },
  ],
  [
    'content to try later',
    { hasContentBegun: true, code: 'EMESSAGE', command: 'DATA', replyCode: 499 },
    { kind: 'not_sent', reason: 'deferred' },
  ],
  [
    'content larger than the server allows',
    { code: 'EMESSAGE', command: 'MAIL FROM' },
    { kind: 'refused', of: 'message' },
  ],
  [
    'an address that the server cannot take',
    { code: 'EENVELOPE', command: 'API' },
    { kind: 'refused', of: 'recipient' },
  ],
  [
    'a server that is closing',
    { code: 'EPROTOCOL', replyCode: 421 },
    { kind: 'not_sent', reason: 'deferred' },
  ],
])('P05 %s', (_what, known, delivery) => {
  expect(deliveryOf(failure(known))).toMatchObject(delivery)
})

test.each<[boolean, string, Partial<Failure>]>([
  [true, 'an idle connection was closed', {}],
  [true, 'the server says that it is closing', { replyCode: 421, code: 'EENVELOPE' }],
  [false, 'the content had begun', { hasContentBegun: true }],
  [false, 'the server refused', { replyCode: 550, code: 'EENVELOPE' }],
  [false, 'the message is too large', { code: 'EMESSAGE' }],
])('trying a new connection is %s when %s', (may, _what, known) => {
  expect(mayTryNewConnection(failure(known))).toBe(may)
})
