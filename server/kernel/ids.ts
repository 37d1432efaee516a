import { v7 } from 'uuid'

/** A new time-ordered identifier (UUID version 7, RFC 9562), made here so that PostgreSQL 15 suffices. */
export function newId(): string {
  return v7()
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}
